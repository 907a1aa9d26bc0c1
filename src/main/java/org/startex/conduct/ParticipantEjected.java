package org.startex.conduct;

import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/** Somebody was shut out of the exercise. */
public record ParticipantEjected(
        ParticipantId participant, @Prose String reason) implements Fact {}
