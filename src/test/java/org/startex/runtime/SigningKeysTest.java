package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.ledger.KeyFingerprint;

class SigningKeysTest {
    private static final byte[] MESSAGE = "sealed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void theFirstStartMakesAPairThatStays() throws GeneralSecurityException {
        SigningKeys first = SigningKeys.in(home);
        SigningKeys second = SigningKeys.in(home);
        assertThat(second.current()).isEqualTo(first.current());
        assertThat(verifies(second.publicKey(first.current()).orElseThrow(), first.sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void onlyTheUserOfTheProgramReadsThePrivateKey() throws IOException {
        SigningKeys.in(home);
        Path key = files(".private.pem").getFirst();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void rotationSignsWithANewKeyAndKeepsTheOldPublicOne() throws IOException, GeneralSecurityException {
        SigningKeys before = SigningKeys.in(home);
        byte[] sealed = before.sign(MESSAGE);
        SigningKeys after = SigningKeys.rotate(home);
        assertThat(after.current()).isNotEqualTo(before.current());
        assertThat(files(".private.pem")).hasSize(1);
        PublicKey old = SigningKeys.in(home).publicKey(before.current()).orElseThrow();
        assertThat(KeyFingerprint.of(old)).isEqualTo(before.current());
        assertThat(verifies(old, sealed)).isTrue();
        assertThat(verifies(old, after.sign(MESSAGE))).isFalse();
    }

    @Test
    void aPrivateKeyThatDoesNotBelongToItsPublicKeyIsRefused() throws IOException {
        SigningKeys.in(home);
        Path mine = files(".private.pem").getFirst();
        String name = mine.getFileName().toString();
        Files.delete(mine);
        SigningKeys.in(home);
        Path other = files(".private.pem").getFirst();
        Files.move(other, home.resolve("keys").resolve(name));
        assertThatThrownBy(() -> SigningKeys.in(home))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(home.resolve("keys").toString());
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("keys"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static boolean verifies(PublicKey key, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(MESSAGE);
        return signature.verify(signed);
    }
}
