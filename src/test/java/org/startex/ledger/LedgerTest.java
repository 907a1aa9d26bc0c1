package org.startex.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

@DatabaseTest
class LedgerTest {
    private final ExerciseId exercise = ExerciseId.random();
    private final Actor okafor = Actor.of(ParticipantId.random());
    private final TestKeys keys = new TestKeys();
    private final List<LedgerAdvanced> hints = new CopyOnWriteArrayList<>();
    private final SettableTime time = new SettableTime();
    private final DSLContext sql;
    private Ledger<Tallied> ledger;

    LedgerTest(DSLContext sql) {
        this.sql = sql;
        this.ledger = fresh();
    }

    @BeforeEach
    void forgetHints() {
        hints.clear();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Ledger<Tallied> fresh() {
        return new Ledger<>(
                new LedgerRepository(sql),
                new FactCodec(List.of(Tallied.KINDS)),
                Tallied.STORY,
                time,
                keys,
                hints::add);
    }

    private Answer does(ClientId id, String request, Act<Tallied> act) {
        return join(ledger.submit(exercise, okafor, id, request, act));
    }

    private static Answer join(CompletableFuture<Answer> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersWithTheSequenceAfterTheCommit() throws InterruptedException {
        assertThat(does(ClientId.random(), "a", Tallied.add(3, "three"))).isEqualTo(new Answer.Done(1));
        assertThat(does(ClientId.random(), "b", Tallied.add(4, "four"))).isEqualTo(new Answer.Done(2));
        assertThat(ledger.state(exercise).sum()).isEqualTo(7);
        assertThat(ledger.read(exercise, 1, 10))
                .singleElement()
                .satisfies(e -> assertThat(e.fact()).isEqualTo(new Tallied.Added(4, "four")));
        // the hint follows the answer
        for (int i = 0; i < 500 && !hints.contains(new LedgerAdvanced(exercise, 2)); i++) {
            Thread.sleep(10);
        }
        assertThat(hints).contains(new LedgerAdvanced(exercise, 2));
    }

    @Test
    void theSameIdActsOnceAndIsAnsweredTheSameAlsoAfterARestart() {
        ClientId id = ClientId.random();
        Answer first = does(id, "a", Tallied.add(3, "three"));
        assertThat(does(id, "a", Tallied.add(3, "three"))).isEqualTo(first);
        ledger.close();
        ledger = fresh();
        assertThat(does(id, "a", Tallied.add(3, "three"))).isEqualTo(first);
        assertThat(ledger.state(exercise)).isEqualTo(new Tallied(3, 1));
    }

    @Test
    void theSameIdWithAnotherContentIsRefused() {
        ClientId id = ClientId.random();
        does(id, "a", Tallied.add(3, "three"));
        assertThat(does(id, "b", Tallied.add(5, "five")))
                .isEqualTo(new Answer.Refused(Reason.of("same-id-other-content")));
        assertThat(ledger.state(exercise).sum()).isEqualTo(3);
    }

    @Test
    void theSameIdOfSomebodyElseIsAnotherAct() {
        ClientId id = ClientId.random();
        does(id, "a", Tallied.add(3, "three"));
        Actor price = Actor.of(ParticipantId.random());
        assertThat(join(ledger.submit(exercise, price, id, "b", Tallied.add(5, "five"))))
                .isEqualTo(new Answer.Done(2));
    }

    @Test
    void aRefusalIsRememberedAndLeavesNoEntry() {
        ClientId id = ClientId.random();
        Answer refused = does(id, "a", Tallied.add(-1, ""));
        assertThat(refused).isEqualTo(new Answer.Refused(Reason.of("missing", "number")));
        assertThat(does(id, "a", Tallied.add(-1, ""))).isEqualTo(refused);
        assertThat(ledger.head(exercise)).isZero();
    }

    @Test
    void manyAtOnceAreChainedWithoutGaps() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            answers.add(ledger.submit(exercise, okafor, ClientId.random(), "n" + i, Tallied.add(i, "number " + i)));
        }
        answers.forEach(LedgerTest::join);
        assertThat(ledger.state(exercise)).isEqualTo(new Tallied(500 * 501 / 2, 500));
        assertThat(ledger.verify(exercise)).isEqualTo(new Verdict.NotSealed(500));
    }

    @Test
    void onePoisonedActDoesNotTakeTheOthersWithIt() {
        CompletableFuture<Answer> good =
                ledger.submit(exercise, okafor, ClientId.random(), "1", Tallied.add(1, "good"));
        CompletableFuture<Answer> poisoned =
                ledger.submit(exercise, okafor, ClientId.random(), "2", Tallied.add(2, "nul \u0000"));
        CompletableFuture<Answer> alsoGood =
                ledger.submit(exercise, okafor, ClientId.random(), "3", Tallied.add(3, "also good"));
        assertThat(join(good)).isInstanceOf(Answer.Done.class);
        assertThat(join(alsoGood)).isInstanceOf(Answer.Done.class);
        // JSON escapes a NUL, so the text is storable; whatever becomes of it, the chain holds
        poisoned.handle((answer, failure) -> answer)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(ledger.verify(exercise)).isInstanceOf(Verdict.NotSealed.class);
    }

    @Test
    void anActThatBreaksTheWriterDoesNotEndTheExercise() {
        CompletableFuture<Answer> broken = ledger.submit(exercise, okafor, ClientId.random(), "1", (state, now) -> {
            throw new StackOverflowError("for the test");
        });
        assertThat(broken)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(LedgerUnavailable.class);
        assertThat(does(ClientId.random(), "2", Tallied.add(3, "three"))).isEqualTo(new Answer.Done(1));
    }

    @Test
    void aRuleThatThrowsIsRefusedAloneAndIsNotRecorded() {
        CompletableFuture<Answer> bad = ledger.submit(exercise, okafor, ClientId.random(), "1", (state, now) -> {
            throw new IllegalStateException("a fault in a rule");
        });
        assertThat(does(ClientId.random(), "2", Tallied.add(2, "good"))).isEqualTo(new Answer.Done(1));
        assertThat(join(bad)).isEqualTo(new Answer.Refused(Reason.of("fault")));
    }

    @Test
    void twoWritersOfTheSameExerciseShareOneChain() {
        try (Ledger<Tallied> other = fresh()) {
            does(ClientId.random(), "1", Tallied.add(1, "here"));
            join(other.submit(exercise, okafor, ClientId.random(), "2", Tallied.add(2, "there")));
            does(ClientId.random(), "3", Tallied.add(3, "here again"));
            assertThat(ledger.state(exercise)).isEqualTo(new Tallied(6, 3));
            assertThat(ledger.verify(exercise)).isEqualTo(new Verdict.NotSealed(3));
        }
    }

    @Test
    void recordedTimeNeverRunsBackwards() {
        does(ClientId.random(), "1", Tallied.add(1, ""));
        time.set(SettableTime.START.minus(Duration.ofHours(1)));
        does(ClientId.random(), "2", Tallied.add(2, ""));
        List<LedgerEntry> entries = ledger.read(exercise, 0, 10);
        assertThat(entries.get(1).recordedAt()).isEqualTo(entries.get(0).recordedAt());
    }

    @Test
    void nothingFollowsTheSealAndTheSealHolds() throws IOException {
        does(ClientId.random(), "1", Tallied.add(1, "one"));
        assertThat(does(ClientId.random(), "2", Tallied.close())).isEqualTo(new Answer.Done(2));
        assertThat(ledger.verify(exercise))
                .isInstanceOfSatisfying(
                        Verdict.Sealed.class, s -> assertThat(s.entries()).isEqualTo(2));
        StringWriter file = new StringWriter();
        ledger.export(exercise, file);
        assertThat(LedgerVerifier.trusting(keys.key()).verify(new StringReader(file.toString())))
                .isInstanceOfSatisfying(
                        Verdict.Sealed.class, s -> assertThat(s.trusted()).isTrue());
    }

    @Test
    void theProgramCanNeitherChangeNorRemoveWhatIsRecorded() {
        does(ClientId.random(), "1", Tallied.add(1, "one"));
        for (String statement : List.of(
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_entry set facts = '{}'",
                "update ledger_entry set text = 'other'",
                "delete from command_receipt",
                "update command_receipt set seq = 2",
                "delete from ledger_head")) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .as(statement)
                    .hasMessageMatching("(?s).*(permission denied|append-only|ledger_entry_text).*");
        }
        assertThat(ledger.verify(exercise)).isEqualTo(new Verdict.NotSealed(1));
    }

    @Test
    void anErasedTextWithoutItsRedactionIsFound() {
        does(ClientId.random(), "1", Tallied.add(1, "one"));
        sql.execute(
                "update ledger_entry set text = null, salt = null where exercise_id = ? and seq = 1", exercise.value());
        assertThat(ledger.verify(exercise)).isInstanceOfSatisfying(Verdict.Broken.class, b -> {
            assertThat(b.place()).isEqualTo("Entry 1");
            assertThat(b.fault()).contains("erased");
        });
    }
}
