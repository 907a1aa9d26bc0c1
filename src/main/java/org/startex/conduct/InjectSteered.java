package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Fact;

/** A controller did something with a planned inject that had not left: players are told nothing of it. */
public sealed interface InjectSteered extends Fact
        permits InjectHeld, InjectReleased, InjectSkipped, InjectPutBack, InjectMoved, InjectReaddressed {
    /** The inject's number in the MSEL. */
    InjectNumber number();
}
