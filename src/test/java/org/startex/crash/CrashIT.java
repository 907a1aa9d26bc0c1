package org.startex.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.startex.crash.CrashCheck.Defect;
import org.startex.crash.CrashCheck.Result;

/**
 * Five rounds of the crash check on the packaged program. {@code -Dcrash.rounds=200} for more, {@code -Dcrash.seed=...} for the same moments again; see
 * {@code docs/reliability.md}.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
    private static final long SEED = Long.getLong("crash.seed", new Random().nextInt(1_000_000));

    @Test
    @SuppressWarnings("ClosingStandardOutputStreams")
    void nothingConfirmedIsLostOrDoubledWhenProgramOrDatabaseDie() throws IOException, InterruptedException {
        System.out.printf("crash check: %d rounds, -Dcrash.seed=%d%n", ROUNDS, SEED);
        try (CrashCheck check = new CrashCheck(
                Path.of("target", "crash"), Path.of("target", "startex.jar"), SEED, Defect.NONE, System.out)) {
            Result result = check.run(ROUNDS);
            System.out.printf("crash check: seed %d, %s%n", SEED, result);
            assertThat(result.faults()).isEmpty();
            assertThat(result.acts()).isGreaterThan(ROUNDS * 5);
        }
    }
}
