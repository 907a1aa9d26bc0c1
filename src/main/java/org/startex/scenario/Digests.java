package org.startex.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests of files, in lower-case hex. */
final class Digests {
    private Digests() {}

    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** One digest for several files: each name and each content with its length before it, so that no two sets of files read the same. Files are given in the order of their names. */
    static final class OfFiles {
        private final MessageDigest digest = sha256();
        private String last = "";

        OfFiles add(String name, byte[] content) {
            if (name.compareTo(last) <= 0) {
                throw new IllegalArgumentException(name + " after " + last);
            }
            last = name;
            addWithLength(name.getBytes(UTF_8));
            addWithLength(content);
            return this;
        }

        private void addWithLength(byte[] part) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
            digest.update(part);
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
