package org.startex.runtime;

import static org.startex.runtime.EmbeddedPostgresProblem.Reason.FOLDER_IN_USE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One program per data folder: a lock on {@code <home>/lock} that the operating system frees when the program ends, however it ends. */
final class EmbeddedPostgresLock implements AutoCloseable {
    /** Closing any second channel on the file would free the lock of this process (POSIX), so we never open one. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private EmbeddedPostgresLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock and writes our pid into the file.
     *
     * @throws EmbeddedPostgresProblem if another program, or this one, has it
     */
    static EmbeddedPostgresLock take(Path home) throws IOException {
        Path file = home.resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw new EmbeddedPostgresProblem(
                    FOLDER_IN_USE,
                    null,
                    home,
                    String.valueOf(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new EmbeddedPostgresProblem(FOLDER_IN_USE, null, home, pidIn(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid())
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            return new EmbeddedPostgresLock(file, channel);
        } catch (IOException | RuntimeException failure) {
            HELD_HERE.remove(file);
            closeQuietly(channel);
            throw failure;
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
        HELD_HERE.remove(file);
    }

    private static String pidIn(Path file) throws IOException {
        String pid = Files.readString(file).strip();
        return pid.isEmpty() ? "?" : pid;
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException alreadyUseless) {
                // the lock goes with the process at the latest
            }
        }
    }
}
