package org.startex.logbook;

import org.startex.conduct.QuestionNumber;

/**
 * A table's answer as one of it sends it.
 *
 * @param base the version that the writer had before them, 0 for none
 * @param answer plain text of at most 4,000 characters
 */
public record AnswerDraft(QuestionNumber question, int base, String answer) {}
