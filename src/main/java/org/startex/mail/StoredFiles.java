package org.startex.mail;

import java.util.Optional;

/** Where files that letters refer to are kept. Whoever posts such letters provides it. */
public interface StoredFiles {
    /**
     * The whole content of a file, if it is kept here.
     *
     * @param digest SHA-256 of the content, in lower-case hex
     */
    Optional<byte[]> content(String digest);
}
