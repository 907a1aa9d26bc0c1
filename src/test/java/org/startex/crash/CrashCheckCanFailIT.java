package org.startex.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startex.crash.CrashCheck.Defect;
import org.startex.crash.CrashCheck.Kill;

/** The crash check finds what it is there for: the same rounds on a program that tells people of commits too early. */
class CrashCheckCanFailIT {
    private static final int MOST_ROUNDS = 6;

    @ParameterizedTest
    @CsvSource({"ANSWER_BEFORE_COMMIT, PROGRAM", "NO_SYNCHRONOUS_COMMIT, POSTGRES"})
    @SuppressWarnings("ClosingStandardOutputStreams")
    void aDefectThatLosesWhatWasConfirmedIsFound(Defect defect, Kill kill) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        try (CrashCheck check = new CrashCheck(
                Path.of("target", "crash-defect"), Path.of("target", "startex.jar"), 1, defect, System.out)) {
            for (int round = 0; round < MOST_ROUNDS && found.isEmpty(); round++) {
                check.round(kill, true).stream()
                        .filter(fault -> fault.contains("confirmed and lost"))
                        .forEach(found::add);
            }
        }
        assertThat(found).as("what %s makes", defect).isNotEmpty();
    }
}
