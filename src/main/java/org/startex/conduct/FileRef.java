package org.startex.conduct;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes with an inject.
 *
 * @param digest SHA-256 of its content, in lower-case hex
 * @param alt what a picture shows, for those who do not see it; null, and not written down, where nobody has said
 */
public record FileRef(
        String name,
        String mediaType,
        long bytes,
        String digest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String alt) {
    public FileRef(String name, String mediaType, long bytes, String digest) {
        this(name, mediaType, bytes, digest, null);
    }
}
