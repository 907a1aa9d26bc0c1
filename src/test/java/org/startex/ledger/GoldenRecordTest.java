package org.startex.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;

/**
 * A small sealed record that never changes, with an erased text in it: what was sealed once can be checked for ever. Whoever writes another verifier by
 * docs/architecture.md can try it on this file.
 */
class GoldenRecordTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void staysIntactAndSealed() throws IOException {
        assertThat(verify(record()))
                .isInstanceOfSatisfying(
                        Verdict.Sealed.class,
                        verdict -> assertThat(verdict.entries()).isEqualTo(7));
    }

    @Test
    void staysBrokenByOneChangedLetter() throws IOException {
        assertThat(verify(record().replace("Ambulance crew", "ambulance crew"))).isInstanceOf(Verdict.Broken.class);
    }

    private static Verdict verify(String record) throws IOException {
        PublicKey key = LedgerVerifier.readKey(Files.readString(GOLDEN.resolve("record.public.pem")));
        return LedgerVerifier.trusting(key).verify(new StringReader(record));
    }

    private static String record() throws IOException {
        return Files.readString(GOLDEN.resolve("record.jsonl"));
    }
}
