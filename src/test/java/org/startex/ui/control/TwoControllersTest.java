package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InjectSent;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.ui.StaffScreenTest;

/** Two controllers at once: the record settles who was first. */
class TwoControllersTest extends StaffScreenTest {
    private static final InjectNumber FIVE = new InjectNumber("5");

    @Autowired
    RecordService records;

    @Test
    void twoWhoSendWithinTenMillisecondsCauseOneInjectAndBothAreTold() throws InterruptedException {
        ExerciseId id = aRunningExercise();
        Caller director = caller("director");
        Caller controller = caller("controller");
        done(conduct.giveRole(
                director, id, ClientId.random(), person("controller").person(), ExerciseRole.CONTROLLER));
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Answer>> answers = List.of(director, controller).stream()
                .map(who -> sends(who, id, go))
                .toList();
        go.countDown();
        List<Answer> told = answers.stream()
                .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .toList();

        assertThat(told).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(told)
                .filteredOn(Answer.Refused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("already-delivered"));
        assertThat(records.read(director, id, 0, 1000))
                .filteredOn(entry ->
                        entry.fact() instanceof InjectSent sent && sent.number().equals(FIVE))
                .hasSize(1);
    }

    private CompletableFuture<Answer> sends(Caller who, ExerciseId id, CountDownLatch go) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return conduct.send(who, id, ClientId.random(), FIVE).join();
        });
    }
}
