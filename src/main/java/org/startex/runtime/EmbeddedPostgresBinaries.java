package org.startex.runtime;

import static org.startex.runtime.EmbeddedPostgresProblem.Reason.NO_BINARIES;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, carried inside ours and unpacked once into the data folder. */
record EmbeddedPostgresBinaries(Path base, String version) {
    /** The programs for this machine, unpacked below a folder if they are not there yet. */
    static EmbeddedPostgresBinaries unpackedIn(Path base) throws IOException {
        byte[] archive = archive();
        EmbeddedPostgresBinaries binaries = new EmbeddedPostgresBinaries(base, digest(archive));
        if (Files.exists(binaries.folder())) {
            return binaries;
        }
        // Unpacked beside and renamed, so that a crash never leaves half of it.
        Path half = base.resolve("unpacking");
        deleteTree(half);
        Files.createDirectories(half);
        unpack(archive, half);
        Files.move(half, binaries.folder(), StandardCopyOption.ATOMIC_MOVE);
        return binaries;
    }

    String initdb() {
        return program("initdb");
    }

    String pgCtl() {
        return program("pg_ctl");
    }

    /** Removes what earlier versions of the program have left; only when no server runs from them. */
    void deleteOthers() throws IOException {
        try (Stream<Path> versions = Files.list(base)) {
            for (Path other : versions.filter(found -> !found.equals(folder())).toList()) {
                deleteTree(other);
            }
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path folder() {
        return base.resolve(version);
    }

    private String program(String name) {
        return folder().resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String architecture = machine.equals("amd64") || machine.equals("x86_64") ? "x86_64" : "arm_64";
        String resource;
        if (system.contains("mac")) {
            resource = "/postgres-darwin-" + architecture + ".txz";
        } else if (system.contains("win")) {
            resource = "/postgres-windows-x86_64.txz";
        } else if (Files.exists(Path.of("/etc/alpine-release"))) {
            resource = "/postgres-linux-" + architecture + "-alpine_linux.txz";
        } else {
            resource = "/postgres-linux-" + architecture + ".txz";
        }
        try (InputStream in = EmbeddedPostgresBinaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new EmbeddedPostgresProblem(NO_BINARIES, null, system + " " + machine);
            }
            return in.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    if (executable && !target.toFile().setExecutable(true, false)) {
                        throw new IOException("Permission denied: " + target);
                    }
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
