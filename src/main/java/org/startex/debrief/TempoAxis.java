package org.startex.debrief;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The axis of exercise time that all curves of a run share, so that they can be compared.
 *
 * @param longest its end in seconds, at least a minute
 */
public record TempoAxis(double longest) {
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 240};
    private static final int TICKS = 6;

    public TempoAxis {
        longest = Math.max(60, longest);
    }

    /** Long enough for the last reply; what was open longer only runs on. */
    public static TempoAxis of(Tempo tempo) {
        double last = tempo.cells().stream()
                .flatMap(cell -> List.of(cell.acknowledged(), cell.decided()).stream())
                .filter(curve -> !curve.steps().isEmpty())
                .mapToDouble(curve -> curve.steps().getLast().time())
                .max()
                .orElse(0);
        return new TempoAxis(last == 0 ? tempo.overall().acknowledged().end() : last * 1.1);
    }

    /** Where it is marked, in minutes: six times at most, unless it is longer than a day. */
    public List<Integer> minutes() {
        int step = IntStream.of(STEPS)
                .filter(each -> longest / 60 / each <= TICKS)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
        return IntStream.iterate(0, minute -> minute * 60 <= longest, minute -> minute + step)
                .boxed()
                .toList();
    }

    /** How far along a time is, from 0 to 1; what lies beyond its end is at the end. */
    public double at(double seconds) {
        return Math.min(seconds, longest) / longest;
    }
}
