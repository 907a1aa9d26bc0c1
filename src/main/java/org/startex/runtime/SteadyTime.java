package org.startex.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.Texts;

/**
 * The time of day that never runs backwards: the wall clock as it was at the start, carried on by the machine's monotonic clock. At most once
 * a second the wall is looked at again. A small difference, as when a time server corrects the machine, is made up slowly (2% faster or slower),
 * so that it is no outage; a wall that is far ahead, as after a laptop's sleep, is caught up with at once. Cut to microseconds, as the
 * database keeps them.
 */
final class SteadyTime implements InstantSource {
    /** How far ahead the wall may be before it is caught up with at once. */
    static final Duration FAR_AHEAD = Duration.ofSeconds(10);

    /** How often the wall is looked at. */
    static final Duration LOOK = Duration.ofSeconds(1);

    private static final int SLOWLY = 50;
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(SteadyTime.class);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant anchor;
    private long anchorNanos;
    private Instant last;
    private boolean drifting;

    /** The machine's own clocks. */
    SteadyTime() {
        this(InstantSource.system(), System::nanoTime);
    }

    SteadyTime(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.anchor = wall.instant();
        this.anchorNanos = nanos.getAsLong();
        this.last = anchor.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public synchronized Instant instant() {
        long nano = nanos.getAsLong();
        Duration since = Duration.ofNanos(nano - anchorNanos);
        Instant now = anchor.plus(since);
        if (since.compareTo(LOOK) >= 0) {
            now = now.plus(correction(Duration.between(now, wall.instant()), since));
            anchor = now;
            anchorNanos = nano;
        }
        Instant cut = now.truncatedTo(ChronoUnit.MICROS);
        if (cut.isAfter(last)) {
            last = cut;
        }
        return last;
    }

    private Duration correction(Duration wallAhead, Duration since) {
        tell(wallAhead);
        if (wallAhead.compareTo(FAR_AHEAD) > 0) {
            return wallAhead;
        }
        Duration most = since.dividedBy(SLOWLY);
        if (wallAhead.abs().compareTo(most) <= 0) {
            return wallAhead;
        }
        return wallAhead.isNegative() ? most.negated() : most;
    }

    private void tell(Duration wallAhead) {
        boolean much = wallAhead.abs().compareTo(WORTH_TELLING) > 0;
        if (much && !drifting) {
            LOG.warn(Texts.of("runtime").get("time.jumped", String.valueOf(wallAhead.toMillis())));
        }
        drifting = much;
    }
}
