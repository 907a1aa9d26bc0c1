package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startex.testing.TestCertificate;

class TlsCheckTest {
    @TempDir
    Path folder;

    private TestCertificate good;

    @BeforeEach
    void makeCertificate() {
        good = TestCertificate.in(folder);
    }

    @Test
    void aCertificateWithItsKeyIsGood() {
        assertThatCode(() -> check(good.certificateFile(), good.keyFile())).doesNotThrowAnyException();
    }

    @Test
    void anotherCertificatesKeyIsRefused() throws IOException {
        Path other = TestCertificate.in(Files.createDirectory(folder.resolve("other")))
                .keyFile();
        assertThatThrownBy(() -> check(good.certificateFile(), other))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("STARTEX_TLS_KEY")
                .hasMessageContaining(other.toString())
                .hasMessageContaining("not the key of the certificate");
    }

    @Test
    void filesThatAreMixedUpAreRefusedByName() {
        assertThatThrownBy(() -> check(good.keyFile(), good.certificateFile()))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("STARTEX_TLS_CERTIFICATE");
        assertThatThrownBy(() -> check(good.certificateFile(), good.certificateFile()))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("STARTEX_TLS_KEY");
    }

    @Test
    void aFileThatIsNoPemIsRefused() throws IOException {
        Path noise = Files.writeString(folder.resolve("noise.pem"), "-----BEGIN CERTIFICATE-----\nnoise\n");
        assertThatThrownBy(() -> check(noise, good.keyFile()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(noise.toString());
    }

    private static void check(Path certificate, Path key) {
        TlsCheck.refuseUnusable(new Settings.Tls(certificate, key));
    }
}
