package org.startex.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a record as lines of JSON: a header, every entry, and the seal if there is one. Facts and text are strings inside, since their very
 * bytes are hashed.
 */
final class LedgerExport {
    static final String FORMAT = "startex ledger 1";

    private static final JsonMapper JSON = CanonicalJson.mapper();

    private final Writer out;

    LedgerExport(Writer out) {
        this.out = out;
    }

    void header(ExerciseId exercise) {
        line(headerLine(exercise));
    }

    void entry(StoredEntry entry) {
        line(entryLine(entry));
    }

    void seal(SealedHead seal, Optional<PublicKey> key) {
        line(sealLine(seal, key));
    }

    /** The one way in which a header is written. */
    static String headerLine(ExerciseId exercise) {
        return write(JSON.createObjectNode().put("format", FORMAT).put("exercise", exercise.toString()));
    }

    /** The one way in which an entry is written: whatever differs from it by a byte was not written here. */
    static String entryLine(StoredEntry e) {
        ObjectNode line = JSON.createObjectNode()
                .put("seq", e.seq())
                .put("exercise", e.exercise().toString())
                .put("recordedAt", Times.exact(e.recordedAt()))
                .put("occurredAt", Times.exact(e.occurredAt()))
                .put("exerciseTime", e.exerciseTime())
                .put("actor", e.actor())
                .put("audience", e.audience())
                .put("kind", e.kind())
                .put("version", e.version())
                .put("facts", e.facts())
                .put("text", e.text());
        byte[] salt = e.salt();
        byte[] textHash = e.textHash();
        line.put("salt", salt == null ? null : Hashes.hex(salt))
                .put("textHash", textHash == null ? null : Hashes.hex(textHash))
                .put("prevHash", Hashes.hex(e.prevHash()))
                .put("hash", Hashes.hex(e.hash()));
        return write(line);
    }

    /** The one way in which a seal is written. */
    static String sealLine(SealedHead seal, Optional<PublicKey> key) {
        ObjectNode line = JSON.createObjectNode()
                .put("purpose", seal.purpose())
                .put("exercise", seal.exercise().toString())
                .put("entries", seal.entries())
                .put("at", Times.exact(seal.at()))
                .put("headHash", seal.headHash())
                .put("fingerprint", seal.fingerprint().value())
                .put("signature", seal.signature());
        key.ifPresent(k -> line.put("publicKey", Base64.getEncoder().encodeToString(k.getEncoded())));
        return write(JSON.createObjectNode().set("seal", line));
    }

    void finish() throws IOException {
        out.flush();
    }

    private static String write(JsonNode node) {
        return CanonicalJson.write(JSON, node);
    }

    private void line(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
