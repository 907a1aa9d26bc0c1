package org.startex.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseTime;

/** What makes an inject of the plan leave. Stored with the plan. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "timed", value = InjectKind.Timed.class),
    @JsonSubTypes.Type(name = "cued", value = InjectKind.Cued.class),
    @JsonSubTypes.Type(name = "conditional", value = InjectKind.Conditional.class),
    @JsonSubTypes.Type(name = "contingency", value = InjectKind.Contingency.class)
})
public sealed interface InjectKind {
    /** It leaves by itself at its due time. */
    record Timed() implements InjectKind {}

    /**
     * A controller sends it when something happens.
     *
     * @param cue what the controller waits for, in words
     */
    record Cued(String cue) implements InjectKind {}

    /**
     * It leaves by itself once a condition holds.
     *
     * @param afterMicros how much exercise time passes between that and its leaving
     * @param notBefore exercise time before which it does not leave, or null
     */
    record Conditional(
            Condition when, long afterMicros, @Nullable ExerciseTime notBefore) implements InjectKind {
        /** Its own time, if it has one: before which it does not leave, or else the first one of its condition. */
        Optional<ExerciseTime> time() {
            return notBefore == null ? when.firstTime() : Optional.of(notBefore);
        }
    }

    /** A spare one outside the timeline: a controller sends it when it is wanted, or never. */
    record Contingency() implements InjectKind {}

    /** Whether a controller has to send it. */
    default boolean byHand() {
        return switch (this) {
            case Timed k -> false;
            case Conditional k -> false;
            case Cued k -> true;
            case Contingency k -> true;
        };
    }

    /** Whether it has a time of its own, so that it stands somewhere on the timeline and can be moved. */
    default boolean hasTime() {
        return switch (this) {
            case Timed k -> true;
            case Conditional k -> k.time().isPresent();
            case Cued k -> false;
            case Contingency k -> false;
        };
    }

    /** The same with its own times so much later, or earlier where it is negative. */
    default InjectKind later(long micros) {
        return switch (this) {
            case Conditional k ->
                new Conditional(
                        k.when().later(micros),
                        k.afterMicros(),
                        k.notBefore() == null
                                ? null
                                : new ExerciseTime(Math.max(0, k.notBefore().micros() + micros)));
            case Timed k -> k;
            case Cued k -> k;
            case Contingency k -> k;
        };
    }
}
