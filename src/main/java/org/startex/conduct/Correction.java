package org.startex.conduct;

/**
 * A correction of an inject that players have.
 *
 * @param seq of the entry that corrected it
 * @param text what it says instead
 * @param mark who corrected it, when and why
 */
public record Correction(long seq, String text, ActMark mark) {}
