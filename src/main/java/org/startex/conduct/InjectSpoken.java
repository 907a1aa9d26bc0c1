package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/**
 * A controller says that an inject was delivered by voice. When it was said is when the entry happened; recorded it may have been a little later.
 *
 * @param speaker who said it, where that was somebody else than who made the entry; else empty
 */
public record InjectSpoken(InjectNumber number, @Prose String speaker) implements InjectVoiced {}
