package org.startex.lrc;

import java.time.Instant;

/**
 * The working group's answer to a question of the manual.
 *
 * @param question from 1, in the manual's order
 * @param nr from 1; the highest is the answer as it stands, the others are what was said before
 */
public record StepNote(int step, int question, int nr, Instant at, String by, String words) {}
