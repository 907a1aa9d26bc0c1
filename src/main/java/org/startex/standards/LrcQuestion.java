package org.startex.standards;

/**
 * A question that the manual asks at a step, in the manual's exact words.
 *
 * @param number from 1, in the manual's order; the manual itself does not number its questions
 * @param lead the sentence that introduces it
 */
public record LrcQuestion(int number, String lead, String text) {}
