package org.startex.runtime;

import static org.startex.runtime.EmbeddedPostgresProblem.Reason.DATA_OUT_OF_REACH;
import static org.startex.runtime.EmbeddedPostgresProblem.Reason.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the server's files lie, and as whom it runs. PostgreSQL refuses to run as root. For root it runs in a user namespace, where it sees
 * itself as nobody and its files stay root's; where the machine forbids namespaces it runs as another user, who must be able to
 * reach the folder.
 *
 * @param folder the folder of the server's files
 * @param prefix what to write before a command so that it runs as the right user
 * @param uid    the user it runs as where that is not ourselves
 */
record EmbeddedPostgresPlace(
        Path folder, List<String> prefix, @Nullable Integer uid) {
    private static final int NOBODY = 65534;
    private static final List<Path> ELSEWHERE = List.of(Path.of("/var/lib"), Path.of("/var/tmp"));

    /** The usual folder, or the one the pointer file in the home names. */
    static EmbeddedPostgresPlace in(Path home) throws IOException {
        return in(home, EmbeddedPostgresCommand::works, ELSEWHERE);
    }

    static EmbeddedPostgresPlace in(Path home, Probe probe, List<Path> elsewhere) throws IOException {
        Path pointer = home.resolve("postgres-is-elsewhere");
        Path folder = Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : home.resolve("postgres");
        if (!isRoot()) {
            return new EmbeddedPostgresPlace(Files.createDirectories(folder), List.of(), null);
        }
        Path data = folder.resolve("data");
        int owner = Files.exists(data) ? uidOf(data) : 0;
        if (owner == 0 && probe.works(List.of("unshare", "-U", "true"))) {
            return new EmbeddedPostgresPlace(Files.createDirectories(folder), List.of("unshare", "-U"), null);
        }
        int uid = owner == 0 ? NOBODY : owner;
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
        if (!probe.works(with(prefix, "true"))) {
            throw new EmbeddedPostgresProblem(ROOT, null, home);
        }
        if (probe.works(
                with(prefix, "test", "-x", Files.createDirectories(folder).toString()))) {
            return new EmbeddedPostgresPlace(folder, prefix, uid).owned();
        }
        if (Files.exists(data)) {
            throw new EmbeddedPostgresProblem(DATA_OUT_OF_REACH, null, folder);
        }
        for (Path parent : elsewhere) {
            Path reachable = parent.resolve(
                    "startex-" + HexFormat.of().toHexDigits(home.toString().hashCode()));
            if (Files.isWritable(parent)
                    && probe.works(with(
                            prefix,
                            "test",
                            "-x",
                            Files.createDirectories(reachable).toString()))) {
                Files.delete(folder);
                Files.writeString(pointer, reachable.toString());
                return new EmbeddedPostgresPlace(reachable, prefix, uid).owned();
            }
        }
        throw new EmbeddedPostgresProblem(ROOT, null, home);
    }

    /** Tries whether a command works on this machine. */
    @FunctionalInterface
    interface Probe {
        boolean works(List<String> command);
    }

    /** Whether the files had to go outside the home. */
    boolean isOutside(Path home) {
        return !folder.startsWith(home);
    }

    /** Gives everything in the folder to the user the server runs as. */
    EmbeddedPostgresPlace owned() throws IOException {
        if (uid != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        return this;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? uidOf(self) == 0 : "root".equals(System.getProperty("user.name"));
    }

    private static int uidOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static List<String> with(List<String> prefix, String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }
}
