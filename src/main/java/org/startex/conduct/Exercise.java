package org.startex.conduct;

import java.time.Instant;
import java.util.Optional;
import org.startex.kernel.ExerciseId;

/** An exercise as its record tells it. A state is a type. */
public sealed interface Exercise {
    /** Nothing recorded yet. */
    record Unplanned(ExerciseId id) implements Exercise {}

    /** Planned; STARTEX is still to come. */
    record Planned(Play play) implements InPlay {}

    /** Exercise time runs. */
    record Running(Play play) implements InPlay {}

    /** Exercise time stands; entries, messages and ad-hoc injects are still taken. */
    record Paused(Play play, PauseCause cause, String reason) implements InPlay {}

    /** No duff: play is stopped for a real incident, and only clearing is accepted. */
    record Stopped(Play play, NoDuff noDuff, Before before) implements InPlay {}

    /** After ENDEX: late entries are taken, with a reason. */
    record Closing(Play play) implements InPlay {}

    /** The record is closed. */
    record Sealed(Play play) implements InPlay {}

    /** What was stopped for a real incident, and is returned to when it is cleared. */
    enum Before {
        PLANNED,
        PLAY,
        CLOSING
    }

    /** Any state after planning. */
    sealed interface InPlay extends Exercise permits Planned, Running, Paused, Stopped, Closing, Sealed {
        /** What all states share. */
        Play play();

        @Override
        default ExerciseId id() {
            return play().id();
        }

        /** The same state with another content. */
        default InPlay with(Play play) {
            return switch (this) {
                case Planned s -> new Planned(play);
                case Running s -> new Running(play);
                case Paused s -> new Paused(play, s.cause(), s.reason());
                case Stopped s -> new Stopped(play, s.noDuff(), s.before());
                case Closing s -> new Closing(play);
                case Sealed s -> new Sealed(play);
            };
        }
    }

    /** The exercise. */
    ExerciseId id();

    /** The state's word on the wire and in lists: {@code planned}, {@code running} and so on. */
    default String word() {
        return switch (this) {
            case Unplanned s -> "unplanned";
            case Planned s -> "planned";
            case Running s -> "running";
            case Paused s -> "paused";
            case Stopped s -> "stopped";
            case Closing s -> "closing";
            case Sealed s -> "sealed";
        };
    }

    /** When ENDEX was; empty before it. */
    default Optional<Instant> endedAt() {
        Optional<Play> ended = switch (this) {
            case Closing s -> Optional.of(s.play());
            case Sealed s -> Optional.of(s.play());
            case Stopped s -> s.before() == Before.CLOSING ? Optional.of(s.play()) : Optional.empty();
            case Unplanned s -> Optional.empty();
            case Planned s -> Optional.empty();
            case Running s -> Optional.empty();
            case Paused s -> Optional.empty();
        };
        return ended.flatMap(play -> play.clock().latest()).map(ExerciseClock::anchor);
    }

    /** The content, unless nothing was planned. */
    default Optional<Play> content() {
        return this instanceof InPlay in ? Optional.of(in.play()) : Optional.empty();
    }
}
