package org.startex.ledger;

import java.security.PublicKey;
import java.util.Optional;

/** Holds the installation's Ed25519 keys, outside the database. Old public keys stay known after a rotation. */
public interface Signer {
    /** The key that signs now. */
    KeyFingerprint current();

    /** The Ed25519 signature with the current key. */
    byte[] sign(byte[] message);

    /** A current or former key. */
    Optional<PublicKey> publicKey(KeyFingerprint fingerprint);
}
