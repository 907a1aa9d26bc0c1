package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InjectSent;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.ui.StaffScreenTest;

/** Two controllers at once: the record settles who was first. */
class TwoControllersTest extends StaffScreenTest {
    private static final InjectNumber FIVE = new InjectNumber("5");

    @Autowired
    RecordService records;

    @Test
    void twoWhoSendWithinTenMillisecondsCauseOneInjectAndBothAreTold() {
        ExerciseId id = aRunningExercise();
        isDoneOnceByTwoAtOnce(id, who -> conduct.send(who, id, ClientId.random(), FIVE), "already-delivered");

        assertThat(records.read(caller("director"), id, 0, 1000))
                .filteredOn(entry ->
                        entry.fact() instanceof InjectSent sent && sent.number().equals(FIVE))
                .hasSize(1);
    }
}
