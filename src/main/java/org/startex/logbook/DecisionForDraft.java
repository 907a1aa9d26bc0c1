package org.startex.logbook;

import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;

/**
 * A decision as a loggist sends it for somebody.
 *
 * @param maker whose decision it is: one of the players or staff, or somebody who is planned and has not come yet
 * @param cell in whose log it stands: the maker's own if the maker is in one
 */
public record DecisionForDraft(ParticipantId maker, CellCode cell, DecisionDraft decision) {}
