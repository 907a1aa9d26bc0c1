package org.startex.conduct;

/**
 * A correction.
 *
 * @param text what the inject says instead, Markdown as players read it
 * @param reason for staff; may be empty
 */
public record CorrectionWords(String text, String reason) {}
