package org.startex.ledger;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads which entry a redaction erased. */
final class RedactedSeq {
    private RedactedSeq() {}

    static Optional<Long> in(String facts) {
        try {
            JsonNode seq = CanonicalJson.mapper().readTree(facts).path("seq");
            return seq.isIntegralNumber() ? Optional.of(seq.asLong()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
