package org.startex.conduct;

/**
 * A file that comes with an inject.
 *
 * @param digest SHA-256 of its content, in lower-case hex
 */
public record FileRef(String name, String mediaType, long bytes, String digest) {}
