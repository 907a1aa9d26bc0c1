package org.startex.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.startex.kernel.ExerciseId;

/**
 * A signed statement that the record of an exercise had so many entries and ended in this hash.
 *
 * @param purpose {@code seal} for the end of the record, {@code checkpoint} on the way
 * @param headHash hash of the last entry, in lower-case hex
 * @param fingerprint names the key that signed
 * @param signature Ed25519 over {@link #statement()}, in lower-case hex
 */
public record SealedHead(
        ExerciseId exercise,
        String purpose,
        long entries,
        Instant at,
        String headHash,
        KeyFingerprint fingerprint,
        String signature) {
    static final String SEAL = "seal";

    /** The very bytes that are signed. */
    byte[] statement() {
        return statement(exercise, purpose, entries, at, headHash);
    }

    static byte[] statement(ExerciseId exercise, String purpose, long entries, Instant at, String headHash) {
        return "startex %s 1\nexercise %s\nentries %d\nat %s\nhead %s\n"
                .formatted(purpose, exercise, entries, Times.exact(at), headHash)
                .getBytes(StandardCharsets.UTF_8);
    }
}
