package org.startex.logbook;

/**
 * Something to be done that a decision raised.
 *
 * @param owner who is to do it, as written; may be empty
 * @param due by when, in the writer's words; may be empty
 */
public record ActionWords(String text, String owner, String due) {}
