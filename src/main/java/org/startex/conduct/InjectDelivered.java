package org.startex.conduct;

import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;

/** An inject left for its players. */
public sealed interface InjectDelivered extends Fact permits InjectFellDue, InjectSent {
    /** Its number; ad-hoc injects are numbered A1, A2 and so on. */
    InjectNumber number();

    /** How it reaches players in the story. */
    Channel channel();

    /** Whom it is for, as planned or chosen. */
    List<Addressee> to();

    /** What it says. */
    DeliveredWords words();
}
