package org.startex.conduct;

/**
 * An answer that somebody heard.
 *
 * @param text what was answered
 * @param heardBy who heard it, where that was somebody else than who noted it; else empty
 */
public record VoiceReplyWords(String text, String heardBy) {}
