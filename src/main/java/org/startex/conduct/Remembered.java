package org.startex.conduct;

import org.startex.ledger.Fact;

/** An entry of a module above to which later acts of that module look back: conduct keeps it in its place, since only the writer knows what came before. */
public interface Remembered extends Fact {}
