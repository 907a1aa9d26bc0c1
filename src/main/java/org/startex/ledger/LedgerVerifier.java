package org.startex.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an exported record with nothing but the file and, for trust in the seal, a key that the reader has from elsewhere. */
public final class LedgerVerifier {
    private static final Texts TEXTS = Texts.of("ledger");

    private final JsonMapper json = CanonicalJson.mapper();
    private final Optional<PublicKey> trusted;

    private LedgerVerifier(Optional<PublicKey> trusted) {
        this.trusted = trusted;
    }

    /** Checks with the key that the file itself names: proves that nothing changed since the sealing, not who sealed. */
    public static LedgerVerifier withoutKey() {
        return new LedgerVerifier(Optional.empty());
    }

    /** Checks with a key that the reader trusts. */
    public static LedgerVerifier trusting(PublicKey key) {
        return new LedgerVerifier(Optional.of(key));
    }

    /**
     * Reads a public Ed25519 key from PEM.
     *
     * @throws IllegalArgumentException if the text holds none
     */
    public static PublicKey readKey(String pem) {
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(TEXTS.get("verify.no-key"), e);
        }
    }

    /** Follows the file from its first line. A last line that breaks off counts as a cut end, not as a change. */
    public Verdict verify(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        ChainCheck check = null;
        Optional<Sealing> seal = Optional.empty();
        long number = 0;
        Line line = Line.next(lines);
        while (line != null) {
            number++;
            Line after = Line.next(lines);
            JsonNode node;
            try {
                node = json.readTree(line.text());
            } catch (JacksonException e) {
                if (after == null && !line.ended() && check != null) {
                    break;
                }
                return broken(number, "verify.no-json");
            }
            try {
                if (check == null) {
                    if (!node.path("format").asString("").equals(LedgerExport.FORMAT)) {
                        return broken(number, "verify.no-header");
                    }
                    ExerciseId exercise = ExerciseId.of(text(node, "exercise"));
                    written(line, LedgerExport.headerLine(exercise));
                    check = new ChainCheck(exercise);
                } else if (seal.isPresent()) {
                    return broken(number, "verify.after-seal");
                } else if (node.has("seal")) {
                    Sealing sealing = sealing(node.get("seal"));
                    written(line, LedgerExport.sealLine(sealing.head(), Optional.ofNullable(sealing.key())));
                    seal = Optional.of(sealing);
                } else {
                    StoredEntry entry = entry(node);
                    check.entry(entry);
                    if (!check.isBroken()) {
                        written(line, LedgerExport.entryLine(entry));
                    }
                }
            } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
                return broken(number, "verify.no-entry");
            }
            line = after;
        }
        if (check == null) {
            return broken(1, "verify.no-header");
        }
        Optional<Sealing> found = seal;
        if (found.filter(Sealing::namesAnotherKey).isPresent()) {
            return broken(number, "verify.other-key");
        }
        return check.verdict(
                found.map(Sealing::head),
                fingerprint -> trusted.isPresent()
                        ? trusted.filter(key -> KeyFingerprint.of(key).equals(fingerprint))
                        : found.map(Sealing::key)
                                .filter(key -> KeyFingerprint.of(key).equals(fingerprint)),
                trusted.isPresent());
    }

    /** A line has one form: other blanks, another order of keys or other capitals in a hash are changes too. */
    private static void written(Line line, String expected) {
        if (!line.text().equals(expected)) {
            throw new IllegalArgumentException("not as it was written");
        }
    }

    private record Sealing(SealedHead head, @Nullable PublicKey publicKey) {
        @Nullable
        PublicKey key() {
            return publicKey;
        }

        /** Whether the key in the file is not the one that the seal names. */
        boolean namesAnotherKey() {
            return publicKey != null && !KeyFingerprint.of(publicKey).equals(head.fingerprint());
        }
    }

    /** A line, and whether it ended in a line break. */
    private record Line(String text, boolean ended) {
        static @Nullable Line next(BufferedReader in) throws IOException {
            StringBuilder text = new StringBuilder();
            int c;
            while ((c = in.read()) >= 0) {
                if (c == '\n') {
                    return new Line(text.toString(), true);
                }
                text.append((char) c);
            }
            return text.isEmpty() ? null : new Line(text.toString(), false);
        }
    }

    private static Sealing sealing(JsonNode n) {
        String key = n.path("publicKey").asString("");
        return new Sealing(
                new SealedHead(
                        ExerciseId.of(text(n, "exercise")),
                        text(n, "purpose"),
                        number(n, "entries"),
                        Instant.parse(text(n, "at")),
                        text(n, "headHash"),
                        new KeyFingerprint(text(n, "fingerprint")),
                        text(n, "signature")),
                key.isEmpty() ? null : readKey(key));
    }

    private static StoredEntry entry(JsonNode n) {
        return new StoredEntry(
                ExerciseId.of(text(n, "exercise")),
                number(n, "seq"),
                Instant.parse(text(n, "recordedAt")),
                Instant.parse(text(n, "occurredAt")),
                n.path("exerciseTime").isNull() ? null : number(n, "exerciseTime"),
                text(n, "actor"),
                text(n, "audience"),
                text(n, "kind"),
                Math.toIntExact(number(n, "version")),
                text(n, "facts"),
                n.path("text").isNull() ? null : text(n, "text"),
                bytes(n, "salt"),
                bytes(n, "textHash"),
                HexFormat.of().parseHex(text(n, "prevHash")),
                HexFormat.of().parseHex(text(n, "hash")));
    }

    private static String text(JsonNode n, String field) {
        JsonNode value = n.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException(field);
        }
        return value.asString();
    }

    private static long number(JsonNode n, String field) {
        JsonNode value = n.path(field);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(field);
        }
        return value.asLong();
    }

    private static byte @Nullable [] bytes(JsonNode n, String field) {
        return n.path(field).isNull() ? null : HexFormat.of().parseHex(text(n, field));
    }

    private static Verdict broken(long line, String key) {
        return new Verdict.Broken(TEXTS.get("verify.line", Long.toString(line)), TEXTS.get(key));
    }
}
