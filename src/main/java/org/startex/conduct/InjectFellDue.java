package org.startex.conduct;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A timed inject fell due by itself.
 *
 * @param latenessMicros real time between the instant at which it was due and this entry
 */
public record InjectFellDue(
        InjectNumber number,
        Channel channel,
        List<Addressee> to,
        long latenessMicros,
        @Prose DeliveredWords words) implements InjectDelivered {
    public InjectFellDue {
        to = List.copyOf(to);
    }
}
