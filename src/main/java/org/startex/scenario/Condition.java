package org.startex.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;

/**
 * What an inject waits for. Told as data, stored with the plan and with the entry that says why an inject came, so that both stay readable for ever.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "delivered", value = Condition.Delivered.class),
    @JsonSubTypes.Type(name = "acknowledged", value = Condition.Acknowledged.class),
    @JsonSubTypes.Type(name = "decision", value = Condition.Decided.class),
    @JsonSubTypes.Type(name = "action", value = Condition.ActionRaised.class),
    @JsonSubTypes.Type(name = "not-acknowledged", value = Condition.NotAcknowledged.class),
    @JsonSubTypes.Type(name = "all", value = Condition.All.class),
    @JsonSubTypes.Type(name = "any", value = Condition.Any.class)
})
public sealed interface Condition {
    /** A condition on one inject. */
    sealed interface Single extends Condition {
        /** The inject that is asked about. */
        InjectNumber inject();

        /** The cell that is asked about, or null for whichever has the inject. */
        @Nullable
        CellCode cell();

        /** The cell that is asked about; empty for whichever has the inject. */
        default Optional<CellCode> inCell() {
            return Optional.ofNullable(cell());
        }

        @Override
        default Stream<Single> singles() {
            return Stream.of(this);
        }

        @Override
        default Condition later(long micros) {
            return this;
        }
    }

    /** An inject has left. */
    record Delivered(InjectNumber inject) implements Single {
        @Override
        public @Nullable CellCode cell() {
            return null;
        }
    }

    /** Somebody, or somebody of a cell, has acknowledged an inject. */
    record Acknowledged(InjectNumber inject, @Nullable CellCode cell) implements Single {}

    /** A decision has been logged in reply to an inject. */
    record Decided(InjectNumber inject, @Nullable CellCode cell) implements Single {}

    /** An action has been logged in reply to an inject. */
    record ActionRaised(InjectNumber inject, @Nullable CellCode cell) implements Single {}

    /**
     * An inject left before a time, and nobody, or nobody of a cell, had acknowledged it by then.
     *
     * @param by exercise time; who acknowledges at that very moment is too late
     */
    record NotAcknowledged(InjectNumber inject, @Nullable CellCode cell, ExerciseTime by) implements Single {
        @Override
        public Condition later(long micros) {
            return new NotAcknowledged(inject, cell, new ExerciseTime(Math.max(0, by.micros() + micros)));
        }
    }

    /** Each of some conditions; since the last of them came true. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public Stream<Single> singles() {
            return of.stream().flatMap(Condition::singles);
        }

        @Override
        public Condition later(long micros) {
            return new All(of.stream().map(part -> part.later(micros)).toList());
        }
    }

    /** At least one of some conditions; since the first of them came true. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public Stream<Single> singles() {
            return of.stream().flatMap(Condition::singles);
        }

        @Override
        public Condition later(long micros) {
            return new Any(of.stream().map(part -> part.later(micros)).toList());
        }
    }

    /** The conditions on one inject each of which this is made, in order. */
    Stream<Single> singles();

    /** The same with every time in it so much later, or earlier where it is negative. */
    Condition later(long micros);

    /** The first time that it names, if it names one. */
    default Optional<ExerciseTime> firstTime() {
        return singles()
                .filter(NotAcknowledged.class::isInstance)
                .map(single -> ((NotAcknowledged) single).by())
                .min(ExerciseTime::compareTo);
    }
}
