package org.startex.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded PostgreSQL cannot serve, as a reason with its particulars. The words for people are in the message bundle under
 * {@link #key()}: this class is also used by the build, which has no bundles.
 */
public final class EmbeddedPostgresProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What can be wrong; the particulars that go with each are named beside it. */
    public enum Reason {
        /** Another program has the folder: folder, pid of the other or "?". */
        FOLDER_IN_USE,
        /** The data was written by another major version: folder, version found, version needed. */
        OTHER_VERSION,
        /** The disk is full: folder. */
        DISK_FULL,
        /** The folder cannot be written: folder. */
        NOT_WRITABLE,
        /** The port asked for is taken: port. */
        PORT_IN_USE,
        /** There is no PostgreSQL for this machine in the program: system and architecture. */
        NO_BINARIES,
        /** PostgreSQL refuses to run as root and no other user can be had: folder. */
        ROOT,
        /** Existing data lies where only root can reach it: folder. */
        DATA_OUT_OF_REACH,
        /** The file with the server's password is gone: file. */
        PASSWORD_LOST,
        /** It did not start or answer: folder, last lines of what it said. */
        NO_START
    }

    private final Reason reason;
    private final transient List<Object> particulars;

    EmbeddedPostgresProblem(Reason reason, @Nullable Throwable cause, Object... particulars) {
        super(reason + " " + List.of(particulars), cause);
        this.reason = reason;
        this.particulars = List.of(particulars);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The particulars, in the order told at the {@link Reason}. */
    public Object[] particulars() {
        return particulars.toArray();
    }

    /** The key of the text in the runtime's message bundle, such as {@code postgres.disk-full}. */
    public String key() {
        return "postgres." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells what a failure of reading or writing in a folder means. */
    static EmbeddedPostgresProblem of(IOException failure, Path folder) {
        String said = String.valueOf(failure.getMessage());
        if (isDiskFull(said)) {
            return new EmbeddedPostgresProblem(Reason.DISK_FULL, failure, folder);
        }
        if (failure instanceof AccessDeniedException || isNotWritable(said)) {
            return new EmbeddedPostgresProblem(Reason.NOT_WRITABLE, failure, folder);
        }
        return new EmbeddedPostgresProblem(Reason.NO_START, failure, folder, said);
    }

    /** Tells what the last words of a PostgreSQL program mean. */
    static EmbeddedPostgresProblem of(String said, Path folder) {
        if (isDiskFull(said)) {
            return new EmbeddedPostgresProblem(Reason.DISK_FULL, null, folder);
        }
        if (isNotWritable(said)) {
            return new EmbeddedPostgresProblem(Reason.NOT_WRITABLE, null, folder);
        }
        return new EmbeddedPostgresProblem(Reason.NO_START, null, folder, said.strip());
    }

    private static boolean isDiskFull(String said) {
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }

    private static boolean isNotWritable(String said) {
        return said.contains("Permission denied")
                || said.contains("Read-only file system")
                || said.contains("Not a directory");
    }
}
