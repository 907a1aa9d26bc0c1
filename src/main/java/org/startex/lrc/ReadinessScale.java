package org.startex.lrc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The partnership's own scale of readiness, as once agreed. The manual gives neither scale nor threshold.
 *
 * @param version from 1, one more with each agreement
 * @param redAt up to and with this rank readiness is lower than desirable; null where the partnership has set no threshold
 */
public record ReadinessScale(
        int version, List<ScaleStep> steps, @Nullable Integer redAt, String reason, String by, Instant at) {
    public ReadinessScale {
        steps = List.copyOf(steps);
    }

    /** The step with this rank. */
    public Optional<ScaleStep> step(int rank) {
        return steps.stream().filter(step -> step.rank() == rank).findFirst();
    }

    /** Whether a threshold is set and this rank is at or under it. */
    public boolean red(int rank) {
        return redAt != null && rank <= redAt;
    }
}
