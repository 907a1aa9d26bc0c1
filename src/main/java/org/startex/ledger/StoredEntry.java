package org.startex.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;

/**
 * An entry as it lies in the table and in an export: the very texts that are hashed.
 *
 * @param text null when nobody wrote anything, or when it was erased; then {@code textHash} still stands
 * @param textHash null when the entry never had a text
 * @param prevHash empty for the first entry
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredEntry(
        ExerciseId exercise,
        long seq,
        Instant recordedAt,
        Instant occurredAt,
        @Nullable Long exerciseTime,
        String actor,
        String audience,
        String kind,
        int version,
        String facts,
        @Nullable String text,
        byte @Nullable [] salt,
        byte @Nullable [] textHash,
        byte[] prevHash,
        byte[] hash) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Chains a draft to the entry before. */
    static StoredEntry chain(
            ExerciseId exercise,
            long seq,
            byte[] prevHash,
            Instant recordedAt,
            Draft draft,
            FactCodec.Encoded encoded) {
        byte[] salt = null;
        byte[] textHash = null;
        if (encoded.text() != null) {
            salt = new byte[16];
            RANDOM.nextBytes(salt);
            textHash = Hashes.ofText(salt, encoded.text());
        }
        var time = draft.exerciseTime();
        StoredEntry open = new StoredEntry(
                exercise,
                seq,
                recordedAt,
                draft.occurredAt(),
                time == null ? null : time.micros(),
                draft.actor().value(),
                draft.audience().toString(),
                encoded.kind(),
                encoded.version(),
                encoded.facts(),
                encoded.text(),
                salt,
                textHash,
                prevHash,
                Hashes.NONE);
        return open.withHash(Hashes.ofEntry(open, textHash == null ? Hashes.NONE : textHash));
    }

    private StoredEntry withHash(byte[] hash) {
        return new StoredEntry(
                exercise,
                seq,
                recordedAt,
                occurredAt,
                exerciseTime,
                actor,
                audience,
                kind,
                version,
                facts,
                text,
                salt,
                textHash,
                prevHash,
                hash);
    }
}
