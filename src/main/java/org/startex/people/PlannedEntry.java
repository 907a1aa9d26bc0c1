package org.startex.people;

import org.startex.kernel.CellCode;

/**
 * Somebody who is to be expected in an exercise.
 *
 * @param mail their address, or empty
 * @param post the role in the cell, or empty
 */
public record PlannedEntry(String name, String organisation, String mail, CellCode cell, String post) {}
