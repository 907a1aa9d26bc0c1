package org.startex.logbook;

import org.startex.conduct.Numbered;
import org.startex.ledger.Prose;

/**
 * How things stand, as staff tell the hall.
 *
 * @param number among those of this exercise, from 1; the last one holds
 */
public record SituationTold(int number, @Prose SituationWords words) implements Numbered {}
