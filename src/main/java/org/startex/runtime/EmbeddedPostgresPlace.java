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
 * reach the folder. Data that exists decides: it is served by the user who owns it.
 *
 * @param folder  the folder of the server's files
 * @param prefix  what to write before a command so that it runs as the right user
 * @param uid     the user it runs as where that is not ourselves
 * @param machine the machine it was decided on
 */
record EmbeddedPostgresPlace(
        Path folder, List<String> prefix, @Nullable Integer uid, Machine machine) {
    private static final int NOBODY = 65534;

    /** What the decision depends on. */
    interface Machine {
        /** Whether a command can be run and ends well. */
        boolean works(List<String> command);

        /** Whether we are root. */
        boolean isRoot() throws IOException;

        /** The user who owns a file. */
        int owner(Path file) throws IOException;

        /** Gives a folder and all in it to a user. */
        void give(Path tree, int uid) throws IOException;

        /** Folders that every user can enter, for data that cannot lie in the home. */
        List<Path> elsewhere();
    }

    /** The place on this machine: in the home, or where the pointer file in the home says. */
    static EmbeddedPostgresPlace in(Path home) throws IOException {
        return in(home, new ThisMachine());
    }

    static EmbeddedPostgresPlace in(Path home, Machine machine) throws IOException {
        Path pointer = pointer(home);
        Path folder = Files.createDirectories(
                Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : home.resolve("postgres"));
        if (!machine.isRoot()) {
            return new EmbeddedPostgresPlace(folder, List.of(), null, machine);
        }
        Path data = folder.resolve("data");
        int owner = Files.exists(data) ? machine.owner(data) : 0;
        if (owner == 0 && machine.works(List.of("unshare", "-U", "true"))) {
            return new EmbeddedPostgresPlace(folder, List.of("unshare", "-U"), null, machine);
        }
        int uid = owner == 0 ? NOBODY : owner;
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--");
        if (!machine.works(with(prefix, "true"))) {
            throw new EmbeddedPostgresProblem(ROOT, null, home);
        }
        if (machine.works(with(prefix, "test", "-x", folder.toString()))) {
            return new EmbeddedPostgresPlace(folder, prefix, uid, machine).owned();
        }
        if (Files.exists(data)) {
            throw new EmbeddedPostgresProblem(DATA_OUT_OF_REACH, null, folder);
        }
        for (Path parent : machine.elsewhere()) {
            Path reachable = parent.resolve(
                    "startex-" + HexFormat.of().toHexDigits(home.toString().hashCode()));
            if (Files.isWritable(parent)
                    && machine.works(with(
                            prefix,
                            "test",
                            "-x",
                            Files.createDirectories(reachable).toString()))) {
                Files.writeString(pointer, reachable.toString());
                return new EmbeddedPostgresPlace(reachable, prefix, uid, machine).owned();
            }
        }
        throw new EmbeddedPostgresProblem(ROOT, null, home);
    }

    /** The file that says where the files are, if not in the home. */
    static Path pointer(Path home) {
        return home.resolve("postgres-is-elsewhere");
    }

    /** Whether the files had to go outside the home. */
    boolean isOutside(Path home) {
        return !folder.startsWith(home);
    }

    /** Gives everything in the folder to the user the server runs as. */
    EmbeddedPostgresPlace owned() throws IOException {
        if (uid != null) {
            machine.give(folder, uid);
        }
        return this;
    }

    private static List<String> with(List<String> prefix, String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    private record ThisMachine() implements Machine {
        @Override
        public boolean works(List<String> command) {
            return EmbeddedPostgresCommand.works(command);
        }

        @Override
        public boolean isRoot() throws IOException {
            Path self = Path.of("/proc/self");
            return Files.exists(self) ? owner(self) == 0 : "root".equals(System.getProperty("user.name"));
        }

        @Override
        public int owner(Path file) throws IOException {
            return (Integer) Files.getAttribute(file, "unix:uid");
        }

        @Override
        public void give(Path tree, int uid) throws IOException {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.toList()) {
                    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }

        @Override
        public List<Path> elsewhere() {
            return List.of(Path.of("/var/lib"), Path.of("/var/tmp"));
        }
    }
}
