package org.startex.conduct;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * An inject fell due by itself.
 *
 * @param latenessMicros real time between the instant at which it was due and this entry
 * @param because what it had waited for, if it had waited for a condition; null for a timed one
 */
public record InjectFellDue(
        InjectNumber number,
        Channel channel,
        List<Addressee> to,
        long latenessMicros,
        @Nullable Because because,
        @Prose DeliveredWords words)
        implements InjectDelivered {
    public InjectFellDue {
        to = List.copyOf(to);
    }

    /** A timed one. */
    public InjectFellDue(
            InjectNumber number, Channel channel, List<Addressee> to, long latenessMicros, DeliveredWords words) {
        this(number, channel, to, latenessMicros, null, words);
    }
}
