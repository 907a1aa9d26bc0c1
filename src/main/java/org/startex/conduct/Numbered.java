package org.startex.conduct;

import org.startex.ledger.Fact;

/** An entry of a module above that is numbered in a series of its own within its exercise. Conduct keeps count, since only the writer can. */
public interface Numbered extends Fact {
    /** From 1 in this exercise, without gaps. */
    int number();
}
