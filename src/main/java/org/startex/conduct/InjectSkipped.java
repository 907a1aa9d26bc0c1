package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/** A planned inject is left out, unless it is put back. */
public record InjectSkipped(InjectNumber number, @Prose String reason) implements InjectSteered {}
