package org.startex.ledger;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;

/** Follows a chain entry by entry and remembers the first fault. */
final class ChainCheck {
    private static final Texts TEXTS = Texts.of("ledger");
    /** The kind whose entries say which texts were erased, in a field {@code seq} of their facts. */
    private static final String REDACTED = "redacted";

    private final ExerciseId exercise;
    private final Set<Long> erased = new HashSet<>();
    private final Set<Long> redacted = new HashSet<>();
    private long seq;
    private byte[] head = Hashes.NONE;
    private Verdict.@Nullable Broken broken;

    ChainCheck(ExerciseId exercise) {
        this.exercise = exercise;
    }

    void entry(StoredEntry entry) {
        if (broken != null) {
            return;
        }
        broken = fault(entry);
        seq = entry.seq();
        head = entry.hash();
        if (entry.kind().equals(REDACTED)) {
            RedactedSeq.in(entry.facts()).ifPresent(redacted::add);
        }
    }

    boolean isBroken() {
        return broken != null;
    }

    private Verdict.@Nullable Broken fault(StoredEntry entry) {
        String place = TEXTS.get("verify.entry", Long.toString(entry.seq()));
        if (!entry.exercise().equals(exercise)) {
            return broken(place, "verify.other-exercise", entry.exercise());
        }
        if (entry.seq() != seq + 1) {
            return broken(place, "verify.sequence", Long.toString(seq + 1));
        }
        if (!Arrays.equals(entry.prevHash(), head)) {
            return broken(place, "verify.previous");
        }
        byte[] textHash = entry.textHash();
        if (!Arrays.equals(entry.hash(), Hashes.ofEntry(entry, textHash == null ? Hashes.NONE : textHash))) {
            return broken(place, "verify.hash");
        }
        if (textHash == null) {
            return entry.text() == null ? null : broken(place, "verify.text");
        }
        String text = entry.text();
        byte[] salt = entry.salt();
        if (text == null || salt == null) {
            erased.add(entry.seq());
            return null;
        }
        return Arrays.equals(textHash, Hashes.ofText(salt, text)) ? null : broken(place, "verify.text");
    }

    Verdict verdict(Optional<SealedHead> seal, Function<KeyFingerprint, Optional<PublicKey>> keys) {
        return verdict(seal, keys, true);
    }

    Verdict verdict(Optional<SealedHead> seal, Function<KeyFingerprint, Optional<PublicKey>> keys, boolean trusted) {
        if (broken != null) {
            return broken;
        }
        Optional<Long> unexplained =
                erased.stream().filter(s -> !redacted.contains(s)).sorted().findFirst();
        if (unexplained.isPresent()) {
            return broken(TEXTS.get("verify.entry", Long.toString(unexplained.get())), "verify.erased");
        }
        if (seal.isEmpty()) {
            return new Verdict.NotSealed(seq);
        }
        SealedHead head = seal.get();
        String place = TEXTS.get("verify.seal");
        if (!head.exercise().equals(exercise)) {
            return broken(place, "verify.other-exercise", head.exercise());
        }
        if (!head.purpose().equals(SealedHead.SEAL)) {
            return broken(place, "verify.purpose", head.purpose());
        }
        if (head.entries() != seq) {
            return broken(place, "verify.count", Long.toString(head.entries()), Long.toString(seq));
        }
        if (!head.headHash().equals(Hashes.hex(this.head))) {
            return broken(place, "verify.head");
        }
        Optional<PublicKey> key = keys.apply(head.fingerprint());
        if (key.isEmpty()) {
            return broken(place, "verify.key", head.fingerprint());
        }
        return signed(head, key.get())
                ? new Verdict.Sealed(seq, head, trusted)
                : broken(place, "verify.signature", head.fingerprint());
    }

    private static boolean signed(SealedHead head, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(head.statement());
            byte[] signature = HexFormat.of().parseHex(head.signature());
            // A signature has one form: in capitals it would hold too, and a changed byte would pass.
            return Hashes.hex(signature).equals(head.signature()) && check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Verdict.Broken broken(String place, String key, Object... arguments) {
        return new Verdict.Broken(place, TEXTS.get(key, arguments));
    }
}
