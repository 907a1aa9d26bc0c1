package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;

/** Conditions as controllers read them. */
class ConditionWordsTest {
    private static final CellCode TACTICAL = new CellCode("tactical");
    private static final InjectNumber FOUR = new InjectNumber("4");
    private static final Condition ACKNOWLEDGED = new Condition.Acknowledged(FOUR, TACTICAL);
    private static final Condition SILENT = new Condition.NotAcknowledged(FOUR, TACTICAL, ExerciseTime.minutes(40));

    private final ConditionWords words =
            new ConditionWords(cell -> cell.equals(TACTICAL) ? "Tactical" : "?", ExerciseTime::toString);

    @Test
    void whatIsWaitedFor() {
        assertThat(words.waits(ACKNOWLEDGED)).isEqualTo("Tactical acknowledges 4");
        assertThat(words.waits(SILENT)).isEqualTo("Tactical has not acknowledged 4 by T+00:40:00");
        assertThat(words.waits(new Condition.NotAcknowledged(FOUR, null, ExerciseTime.minutes(40))))
                .isEqualTo("nobody has acknowledged 4 by T+00:40:00");
        assertThat(words.waits(new Condition.Decided(FOUR, null))).isEqualTo("somebody logs a decision on 4");
        assertThat(words.waits(new Condition.ActionRaised(FOUR, TACTICAL))).isEqualTo("Tactical logs an action on 4");
        assertThat(words.waits(new Condition.All(
                        List.of(new Condition.Delivered(FOUR), new Condition.Any(List.of(ACKNOWLEDGED, SILENT))))))
                .isEqualTo("4 leaves and (Tactical acknowledges 4 or Tactical has not acknowledged 4 by T+00:40:00)");
    }

    @Test
    void whySomethingCame() {
        assertThat(words.because(List.of(SILENT))).isEqualTo("because Tactical had not acknowledged 4 by T+00:40:00");
        assertThat(words.because(List.of(new Condition.Delivered(FOUR), ACKNOWLEDGED)))
                .isEqualTo("because 4 had left and Tactical had acknowledged 4");
        assertThat(words.because(List.of(new Condition.Decided(FOUR, null), new Condition.ActionRaised(FOUR, null))))
                .isEqualTo("because a decision on 4 had been logged and an action on 4 had been logged");
    }
}
