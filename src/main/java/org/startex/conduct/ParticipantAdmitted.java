package org.startex.conduct;

import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;

/** A controller let a waiting player into a cell. */
public record ParticipantAdmitted(ParticipantId participant, CellCode cell, String post) implements Fact {}
