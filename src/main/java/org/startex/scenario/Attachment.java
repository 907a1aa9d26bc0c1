package org.startex.scenario;

/**
 * A file that comes with an inject.
 *
 * @param digest SHA-256 of the content, in lower-case hex
 * @param bytes its size
 */
public record Attachment(String name, String mediaType, long bytes, String digest) {}
