package org.startex.ledger;

import java.security.PublicKey;
import java.util.HexFormat;

/** Names a public key: the first 16 bytes of SHA-256 over its X.509 form, in lower-case hex. */
public record KeyFingerprint(String value) {
    /** The fingerprint of a key. */
    public static KeyFingerprint of(PublicKey key) {
        return new KeyFingerprint(HexFormat.of().formatHex(Hashes.sha256(key.getEncoded()), 0, 16));
    }

    @Override
    public String toString() {
        return value;
    }
}
