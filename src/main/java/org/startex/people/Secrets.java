package org.startex.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Random secrets that browsers hold, and the hashes of them that the database holds. */
final class Secrets {
    /** Bytes of chance in a secret: 256 bits. */
    static final int BYTES = 32;

    private static final int SLOW_ROUNDS = 20_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A fresh secret, fit for an address or a cookie. */
    static String fresh() {
        return text(freshBytes());
    }

    static byte[] freshBytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The hash of a secret that cannot be guessed. Fast, because there is nothing to try. */
    static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #hash(byte[])}, of the secret's text. */
    static byte[] hash(String secret) {
        return hash(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a code short enough to be tried: slow, and different in each exercise, yet findable by an index. */
    static byte[] slowHash(UUID place, String code) {
        try {
            PBEKeySpec spec = new PBEKeySpec(code.toCharArray(), bytes(place), SLOW_ROUNDS, 8 * BYTES);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of a text made by {@link #text}; empty if it is none, or not of this length. */
    static Optional<byte[]> bytes(String text, int length) {
        if (text.length() != (length * 8 + 5) / 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(b -> b.length == length);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
