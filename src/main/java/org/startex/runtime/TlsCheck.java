package org.startex.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import org.startex.kernel.Texts;

/** Looks at certificate and key before anything is started, so that a wrong file is told by its name. */
final class TlsCheck {
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "EdDSA");

    private TlsCheck() {}

    /**
     * Refuses files that cannot serve.
     *
     * @throws StartProblem if one is no PEM of its kind, or the key is not the certificate's
     */
    static void refuseUnusable(Settings.Tls tls) {
        X509Certificate certificate = certificate(tls.certificate());
        PrivateKey key = key(tls.key());
        try {
            if (!belongTogether(certificate, key)) {
                throw unusable("STARTEX_TLS_KEY", tls.key(), "tls.not-its-key", null);
            }
        } catch (GeneralSecurityException failure) {
            throw unusable("STARTEX_TLS_KEY", tls.key(), "tls.not-its-key", failure);
        }
    }

    private static X509Certificate certificate(Path file) {
        try {
            List<X509Certificate> certificates = PemContent.load(file).getCertificates();
            if (!certificates.isEmpty()) {
                return certificates.getFirst();
            }
        } catch (IOException | RuntimeException failure) {
            throw unusable("STARTEX_TLS_CERTIFICATE", file, "tls.no-certificate", failure);
        }
        throw unusable("STARTEX_TLS_CERTIFICATE", file, "tls.no-certificate", null);
    }

    private static PrivateKey key(Path file) {
        try {
            PrivateKey key = PemContent.load(file).getPrivateKey();
            if (key != null) {
                return key;
            }
        } catch (IOException | RuntimeException failure) {
            throw unusable("STARTEX_TLS_KEY", file, "tls.no-key", failure);
        }
        throw unusable("STARTEX_TLS_KEY", file, "tls.no-key", null);
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) {
            return key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm());
        }
        byte[] probe = "Startex".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(probe);
        return signature.verify(signed);
    }

    private static StartProblem unusable(String setting, Path file, String why, @Nullable Throwable cause) {
        return new StartProblem(
                cause, "tls.unusable", setting, file, Texts.of("runtime").get(why));
    }
}
