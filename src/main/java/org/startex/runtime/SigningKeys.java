package org.startex.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.startex.ledger.KeyFingerprint;
import org.startex.ledger.LedgerVerifier;
import org.startex.ledger.Signer;

/**
 * The Ed25519 keys of this installation, as PEM files in {@code <home>/keys}: one private key, which only the user of the program may read,
 * and the public keys of all there have been, named by their fingerprints.
 */
final class SigningKeys implements Signer {
    private static final String PRIVATE = ".private.pem";
    private static final String PUBLIC = ".public.pem";

    private final KeyFingerprint current;
    private final PrivateKey privateKey;
    private final Map<String, PublicKey> publicKeys;

    private SigningKeys(KeyFingerprint current, PrivateKey privateKey, Map<String, PublicKey> publicKeys) {
        this.current = current;
        this.privateKey = privateKey;
        this.publicKeys = Map.copyOf(publicKeys);
    }

    /**
     * Reads the keys of a home, making the first pair if there is none.
     *
     * @throws StartProblem if they cannot be read, or do not belong together
     */
    static SigningKeys in(Path home) {
        Path folder = home.resolve("keys");
        try {
            if (privateFiles(folder).isEmpty()) {
                create(folder);
            }
            return read(folder);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new StartProblem(failure, "keys.unreadable", folder, failure.getMessage());
        }
    }

    /**
     * Makes a new pair, to sign with from the next start. The former private key is destroyed; its public key stays.
     */
    static SigningKeys rotate(Path home) {
        Path folder = home.resolve("keys");
        try {
            List<Path> former = privateFiles(folder);
            create(folder);
            for (Path file : former) {
                Files.delete(file);
            }
            return read(folder);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new StartProblem(failure, "keys.unreadable", folder, failure.getMessage());
        }
    }

    @Override
    public KeyFingerprint current() {
        return current;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException checkedWhenRead) {
            throw new IllegalStateException(checkedWhenRead);
        }
    }

    @Override
    public Optional<PublicKey> publicKey(KeyFingerprint fingerprint) {
        return Optional.ofNullable(publicKeys.get(fingerprint.value()));
    }

    /** Every public key there has been, by fingerprint. */
    static Map<String, PublicKey> publicKeys(Path home) throws IOException {
        Map<String, PublicKey> keys = new TreeMap<>();
        for (Path file : files(home.resolve("keys"), PUBLIC)) {
            PublicKey key = LedgerVerifier.readKey(Files.readString(file));
            keys.put(KeyFingerprint.of(key).value(), key);
        }
        return keys;
    }

    /** The file of a public key. */
    static Path publicFile(Path home, KeyFingerprint fingerprint) {
        return home.resolve("keys").resolve(fingerprint.value() + PUBLIC);
    }

    private static SigningKeys read(Path folder) throws IOException, GeneralSecurityException {
        // More than one private key: a rotation was cut off after the new one was written, so the newest counts.
        Path newest = privateFiles(folder).getLast();
        String fingerprint = newest.getFileName().toString().replace(PRIVATE, "");
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(body(newest)));
        Map<String, PublicKey> publicKeys = publicKeys(folder.resolveSibling(""));
        SigningKeys keys = new SigningKeys(new KeyFingerprint(fingerprint), key, publicKeys);
        keys.prove();
        return keys;
    }

    /** A private key beside another's public key would make seals that nobody can check. */
    private void prove() throws GeneralSecurityException {
        byte[] probe = "Startex".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        PublicKey key = publicKey(current).orElseThrow(() -> new GeneralSecurityException(current + PUBLIC));
        signature.initVerify(key);
        signature.update(probe);
        if (!signature.verify(sign(probe))) {
            throw new GeneralSecurityException(current + PRIVATE + " / " + current + PUBLIC);
        }
    }

    private static void create(Path folder) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String fingerprint = KeyFingerprint.of(pair.getPublic()).value();
        write(
                folder.resolve(fingerprint + PUBLIC),
                "PUBLIC KEY",
                pair.getPublic().getEncoded(),
                "rw-r--r--");
        write(
                folder.resolve(fingerprint + PRIVATE),
                "PRIVATE KEY",
                pair.getPrivate().getEncoded(),
                "rw-------");
    }

    /** Written beside and renamed, so that a crash never leaves half a key. */
    private static void write(Path file, String label, byte[] der, String permissions) throws IOException {
        Path half = file.resolveSibling("writing.tmp");
        Files.deleteIfExists(half);
        if (Files.getFileStore(file.resolveSibling("")).supportsFileAttributeView("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        }
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(half, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] body(Path pem) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(pem)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .strip());
    }

    /** Oldest first. */
    private static List<Path> privateFiles(Path folder) throws IOException {
        return files(folder, PRIVATE);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
