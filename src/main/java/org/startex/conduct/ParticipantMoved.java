package org.startex.conduct;

import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;

/** A player changed cell: sees that cell's history from now on, and no longer the old one's. */
public record ParticipantMoved(ParticipantId participant, CellCode cell, String post) implements Fact {}
