package org.startex.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startex.conduct.Exercise;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.ui.StaffScreenTest;

class UC003SealRecordTest extends StaffScreenTest {
    @Test
    void theRecordIsVerifiedInWordsBeforeAndAfterTheSeal() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("Verify");
        assertThat(pageText()).contains("Intact, not sealed yet");
        assertThat(offers("Seal the record…")).isFalse();

        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        open(id);
        press("Seal the record…");
        assertThat(pageText()).contains("injects were never sent");
        press("Seal the record");
        eventually(() -> exercise(id) instanceof Exercise.Sealed);
        eventually(() -> says("Head "));

        press("Verify");
        assertThat(pageText()).contains("Intact and sealed");
        assertThat(offers("Seal the record…")).isFalse();
    }

    @Test
    void anEvaluatorReadsAndVerifiesButDoesNotSeal() {
        ExerciseId id = aRunningExercise();
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        signIn("evaluator");
        open(id);

        assertThat(offers("Verify")).isTrue();
        assertThat(offers("Seal the record…")).isFalse();
    }

    private LogView open(ExerciseId id) {
        return navigate(LogView.class, Map.of("id", id.toString()));
    }
}
