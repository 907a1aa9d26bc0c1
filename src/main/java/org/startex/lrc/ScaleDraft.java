package org.startex.lrc;

import static org.startex.lrc.LrcWords.demand;
import static org.startex.lrc.LrcWords.needed;
import static org.startex.lrc.LrcWords.optional;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Words;

/**
 * A readiness scale as the working group writes it.
 *
 * @param steps from the lowest readiness to the highest
 * @param redAt rank up to and with which readiness is red, or null for no threshold
 * @param reason where and why it was agreed
 */
public record ScaleDraft(List<Step> steps, @Nullable Integer redAt, String reason) {
    static final int FEWEST = 2;
    static final int MOST = 10;

    public ScaleDraft {
        steps = List.copyOf(steps);
    }

    /** A step before it has its rank. */
    public record Step(String label, String meaning) {}

    Optional<LrcRefusal> fault() {
        return LrcWords.first(
                demand(steps.size() >= FEWEST, LrcFault.SCALE_TOO_SHORT, LrcField.LABEL),
                demand(steps.size() <= MOST, LrcFault.SCALE_TOO_LONG, LrcField.LABEL),
                () -> steps.stream()
                        .flatMap(step -> Stream.of(
                                needed(step.label, LrcField.LABEL, Words.TITLE),
                                optional(step.meaning, LrcField.MEANING, Words.REASON)))
                        .flatMap(check -> check.get().stream())
                        .findFirst(),
                demand(labels() == steps.size(), LrcFault.LABEL_TWICE, LrcField.LABEL),
                demand(redIsOnIt(), LrcFault.RED_OFF_THE_SCALE, LrcField.RED),
                needed(reason, LrcField.REASON, Words.REASON));
    }

    private long labels() {
        return steps.stream()
                .map(step -> step.label.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    /** A threshold under the highest step: if everything were red, it would say nothing. */
    private boolean redIsOnIt() {
        return redAt == null || (redAt >= 1 && redAt < steps.size());
    }

    ScaleDraft tidy() {
        return new ScaleDraft(
                steps.stream()
                        .map(step -> new Step(step.label.strip(), step.meaning.strip()))
                        .toList(),
                redAt,
                reason.strip());
    }

    List<ScaleStep> ranked() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new ScaleStep(i + 1, steps.get(i).label, steps.get(i).meaning))
                .toList();
    }
}
