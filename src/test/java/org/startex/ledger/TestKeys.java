package org.startex.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/** A key pair that lives as long as a test. */
final class TestKeys implements Signer {
    private final KeyPair pair;

    TestKeys() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicKey key() {
        return pair.getPublic();
    }

    @Override
    public KeyFingerprint current() {
        return KeyFingerprint.of(pair.getPublic());
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<PublicKey> publicKey(KeyFingerprint fingerprint) {
        return fingerprint.equals(current()) ? Optional.of(pair.getPublic()) : Optional.empty();
    }
}
