package org.startex.scenario;

/**
 * A file that comes with an inject.
 *
 * @param digest SHA-256 of the content, in lower-case hex
 * @param bytes its size
 * @param alt what a picture shows, for those who do not see it; empty if its author has not said
 */
public record Attachment(String name, String mediaType, long bytes, String digest, String alt) {
    /** Described in other words, if there are any. */
    Attachment showing(String what) {
        return what.isBlank() ? this : new Attachment(name, mediaType, bytes, digest, what);
    }

    /** Whether it is a picture of which nobody can read what it shows. */
    boolean isUndescribed() {
        return mediaType.startsWith("image/") && alt.isBlank();
    }
}
