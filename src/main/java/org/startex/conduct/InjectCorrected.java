package org.startex.conduct;

import org.startex.kernel.InjectNumber;
import org.startex.ledger.Prose;

/** An inject that players have says something else from now on. They see both: the old text struck through, the new one beside it. */
public record InjectCorrected(
        long inject, InjectNumber number, @Prose CorrectionWords words) implements InjectAmended {}
