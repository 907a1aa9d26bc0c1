package org.startex.ui;

import java.util.List;

/**
 * What the lanes show.
 *
 * @param start the story's time of day at STARTEX, in seconds since midnight
 * @param length of the exercise, in microseconds
 * @param live whether there is a now
 */
public record LaneBoard(List<Lane> lanes, List<Phase> phases, List<Mark> marks, int start, long length, boolean live) {
    public LaneBoard {
        lanes = List.copyOf(lanes);
        phases = List.copyOf(phases);
        marks = List.copyOf(marks);
    }

    /** A lane: one cell. */
    public record Lane(String code, String title) {}

    /** A phase of the story, from a moment in microseconds of exercise time. */
    public record Phase(String title, long from) {}

    /**
     * An inject on a lane.
     *
     * @param at microseconds of exercise time
     * @param state a state's class in {@code startex.css}
     * @param late since when it is late, where it is, in microseconds
     */
    public record Mark(String lane, String number, String title, long at, String state, boolean sent, long late) {}
}
