package org.startex.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs as the user they accept. */
final class EmbeddedPostgresCommand {
    private EmbeddedPostgresCommand() {}

    /** How a program ended, and what it said. */
    record Outcome(int exit, String said) {
        boolean good() {
            return exit == 0;
        }
    }

    /**
     * Runs a program to its end. What it says goes through a file: a server that stays behind would keep a pipe open for ever.
     */
    static Outcome run(EmbeddedPostgresPlace place, Duration limit, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(place.prefix());
        whole.addAll(command);
        Path said = Files.createTempFile(place.folder(), "said-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(place.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, "no end after " + limit.toSeconds() + " s: " + whole);
            }
            return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted: " + whole);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** Whether a program can be run here and ends well; what it says is of no interest. */
    static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
