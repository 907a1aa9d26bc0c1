package org.startex.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain's hashes: SHA-256 over parts, each with its length (four bytes, big-endian) before it, so that no two different entries have the
 * same bytes.
 */
final class Hashes {
    static final byte[] NONE = new byte[0];

    private final MessageDigest digest;

    private Hashes(String purpose) {
        this.digest = newDigest();
        part(purpose);
    }

    static byte[] sha256(byte[] bytes) {
        return newDigest().digest(bytes);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Hash of a salted text. */
    static byte[] ofText(byte[] salt, String text) {
        return new Hashes("startex text 1").part(salt).part(text).finish();
    }

    /** Hash of an entry and, through the previous hash, of all before it. */
    static byte[] ofEntry(StoredEntry entry, byte[] textHash) {
        Long time = entry.exerciseTime();
        return new Hashes("startex entry 1")
                .part(entry.exercise().toString())
                .part(entry.prevHash())
                .part(Long.toString(entry.seq()))
                .part(micros(entry.recordedAt()))
                .part(micros(entry.occurredAt()))
                .part(time == null ? "" : Long.toString(time))
                .part(entry.actor())
                .part(entry.audience())
                .part(entry.kind())
                .part(Integer.toString(entry.version()))
                .part(entry.facts())
                .part(textHash)
                .finish();
    }

    /** Hash of a request, to tell whether the same id was sent with other content. */
    static byte[] ofRequest(String request) {
        return new Hashes("startex request 1").part(request).finish();
    }

    private static String micros(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private Hashes part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    private Hashes part(byte @Nullable [] bytes) {
        byte[] content = bytes == null ? NONE : bytes;
        digest.update(ByteBuffer.allocate(4).putInt(content.length).flip());
        digest.update(content);
        return this;
    }

    private byte[] finish() {
        return digest.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
