package org.startex.logbook;

/**
 * What an evaluator wrote.
 *
 * @param note may be empty
 * @param lateReason why it comes after ENDEX; empty when it does not
 */
public record ObservationWords(String note, String lateReason) {}
