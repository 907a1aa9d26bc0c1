package org.startex.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in the data folder says.
 *
 * @param pid  the server's process
 * @param port the port it listens on, or 0 while it has not said
 */
record EmbeddedPostgresPid(long pid, int port) {
    /** Whose the process is that the file names. */
    enum Owner {
        /** It lives and serves this data. */
        OURS,
        /** It is a zombie, or the number belongs to another program by now: PostgreSQL itself would not dare to start. */
        FOREIGN,
        /** It is gone: PostgreSQL recovers by itself. */
        GONE
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** The file's content, if there is one. */
    static Optional<EmbeddedPostgresPid> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(data));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new EmbeddedPostgresPid(pid, port));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    Owner owner(Path data) {
        try {
            if (!Files.exists(Path.of("/proc/self/stat"))) {
                return ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(handle ->
                                handle.info().command().orElse("").contains("postgres") ? Owner.OURS : Owner.FOREIGN)
                        .orElse(Owner.GONE);
            }
            Path process = Path.of("/proc", String.valueOf(pid));
            String stat = Files.readString(process.resolve("stat"));
            boolean zombie = stat.startsWith("Z", stat.lastIndexOf(')') + 2);
            boolean ours =
                    !zombie && Files.readString(process.resolve("cmdline")).contains(data.toString());
            return ours ? Owner.OURS : Owner.FOREIGN;
        } catch (IOException gone) {
            return Owner.GONE;
        }
    }
}
