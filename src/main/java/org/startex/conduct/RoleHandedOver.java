package org.startex.conduct;

import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Fact;

/** A player's role in a cell went to another player of it, who has what was sent to the role from now on; the first one stays in the cell without a role. */
public record RoleHandedOver(ParticipantId from, ParticipantId to, CellCode cell, String post) implements Fact {}
