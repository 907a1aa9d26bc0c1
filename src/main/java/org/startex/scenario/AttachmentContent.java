package org.startex.scenario;

import java.io.InputStream;

/**
 * An attachment as it goes to a browser. Its content is read piece by piece, so that many may read large files at once.
 *
 * @param bytes its size
 * @param digest SHA-256 of the content, in lower-case hex
 */
public record AttachmentContent(String name, String mediaType, long bytes, String digest, Pieces pieces) {
    /** Reads a piece of the content. */
    @FunctionalInterface
    public interface Pieces {
        /**
         * At most so many bytes.
         *
         * @param from of the first, from 0
         */
        byte[] read(long from, int length);
    }

    /** The same content under another name. */
    public AttachmentContent as(String otherName, String otherMediaType) {
        return new AttachmentContent(otherName, otherMediaType, bytes, digest, pieces);
    }

    /** The content from its beginning; what is skipped is not read. */
    public InputStream open() {
        return new AttachmentStream(pieces, bytes);
    }
}
