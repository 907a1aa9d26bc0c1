package org.startex.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.startex.kernel.ExerciseId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a record as lines of JSON: a header, every entry, and the seal if there is one. Facts and text are strings inside, since their very
 * bytes are hashed.
 */
final class LedgerExport {
    static final String FORMAT = "startex ledger 1";

    private final JsonMapper json = CanonicalJson.mapper();
    private final Writer out;

    LedgerExport(Writer out) {
        this.out = out;
    }

    void header(ExerciseId exercise) {
        line(json.createObjectNode().put("format", FORMAT).put("exercise", exercise.toString()));
    }

    void entry(StoredEntry e) {
        ObjectNode line = json.createObjectNode()
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
        line(line);
    }

    void seal(SealedHead seal, Optional<PublicKey> key) {
        ObjectNode line = json.createObjectNode()
                .put("purpose", seal.purpose())
                .put("exercise", seal.exercise().toString())
                .put("entries", seal.entries())
                .put("at", Times.exact(seal.at()))
                .put("headHash", seal.headHash())
                .put("fingerprint", seal.fingerprint().value())
                .put("signature", seal.signature());
        key.ifPresent(k -> line.put("publicKey", Base64.getEncoder().encodeToString(k.getEncoded())));
        line(json.createObjectNode().set("seal", line));
    }

    void finish() throws IOException {
        out.flush();
    }

    private void line(tools.jackson.databind.JsonNode node) {
        try {
            out.write(CanonicalJson.write(json, node));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
