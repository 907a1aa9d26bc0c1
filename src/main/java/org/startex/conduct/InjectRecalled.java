package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/** An inject that players have does not count any more. They still see it, struck through. */
public record InjectRecalled(
        long inject, InjectNumber number, @Prose String reason) implements InjectAmended {}
