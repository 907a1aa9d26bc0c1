package org.startex.conduct;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A controller sent an inject: one of the plan before its time, or an ad-hoc one.
 *
 * @param adHoc whether it was written on the spot
 */
public record InjectSent(
        InjectNumber number,
        Channel channel,
        List<Addressee> to,
        boolean adHoc,
        @Prose DeliveredWords words) implements InjectDelivered {
    public InjectSent {
        to = List.copyOf(to);
    }
}
