package org.startex.ui.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.CueCard;
import org.startex.conduct.InjectSpoken;
import org.startex.conduct.RecordService;
import org.startex.conduct.VoiceService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.Party;
import org.startex.people.Caller;
import org.startex.ui.StaffScreenTest;

/** Controllers speak injects from their cards, in the real record; and what is open is said before play ends. */
class CueCardsTest extends StaffScreenTest {
    private static final InjectNumber TWO = new InjectNumber("2");
    private static final InjectNumber SIXTEEN = new InjectNumber("16");

    @Autowired
    VoiceService voice;

    @Autowired
    RecordService records;

    @Autowired
    MessageService messages;

    @Test
    void twoWhoTickWithinTenMillisecondsTickOnceAndBothAreTold() throws InterruptedException {
        ExerciseId id = aRunningExercise();
        Caller director = caller("director");
        done(conduct.giveRole(
                director, id, ClientId.random(), person("controller").person(), ExerciseRole.CONTROLLER));
        CountDownLatch go = new CountDownLatch(1);
        Instant now = time.instant();
        List<CompletableFuture<Answer>> answers = List.of(director, caller("controller")).stream()
                .map(who -> speaks(who, id, now, go))
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
                        refused -> assertThat(refused.reason().code()).isEqualTo("already-spoken"));
        assertThat(spoken(id)).hasSize(1);
        assertThat(play(id).delivered(TWO)).isPresent();
    }

    @Test
    void whatIsSaidAtTheDoorReachesThePagesOnceItIsTickedWithTheTimeAtWhichItWasSaid() {
        ExerciseId id = aRunningExercise();
        pass(Duration.ofSeconds(40));
        Instant said = time.instant().minusSeconds(25);
        long entry = done(voice.spoken(caller("director"), id, ClientId.random(), SIXTEEN, "K. Adeyemi", said));
        long reply = done(voice.reply(
                caller("director"),
                id,
                ClientId.random(),
                SIXTEEN,
                entry,
                "A statement at noon, by the lorry park.",
                ""));

        assertThat(spoken(id)).singleElement().satisfies(one -> {
            assertThat(one.occurredAt()).isEqualTo(said);
            assertThat(one.fact()).isEqualTo(new InjectSpoken(SIXTEEN, "K. Adeyemi"));
        });
        assertThat(play(id).delivered(SIXTEEN).orElseThrow().time().toDuration())
                .isEqualTo(Duration.ofSeconds(15));
        assertThat(CueCard.of(play(id), time.instant()).stream()
                        .filter(card -> card.number().equals(SIXTEEN))
                        .findFirst()
                        .orElseThrow())
                .satisfies(card -> {
                    assertThat(card.state()).isEqualTo(CueCard.State.SPOKEN);
                    assertThat(card.replies())
                            .singleElement()
                            .satisfies(one -> assertThat(one.seq()).isEqualTo(reply));
                });
    }

    @Test
    void theCardInHandIsTickedAnsweredAndGoneOnFrom() {
        ExerciseId id = aRunningExercise();
        UI.getCurrent().navigate("exercise/" + id + "/cards");
        roundTrip();
        assertThat(says("Police tactical commander, by telephone")).isTrue();
        press("Delivered by voice");
        eventually(() -> says("Spoken at"));
        assertThat(offers("It was not spoken after all")).isTrue();
        write("What was answered", "Go in, windows shut.");
        press("Note reply");
        eventually(() -> says("Go in, windows shut."));
        assertThat(offers("It was not spoken after all")).isFalse();
        assertThat(says("Next: 4 Avocet Lodge smells it indoors")).isTrue();

        UI.getCurrent().navigate("exercise/" + id + "/log");
        roundTrip();
        assertThat(records.read(caller("director"), id, 0, 1000))
                .extracting(LedgerEntry::kind)
                .contains("inject-spoken", "voice-reply-noted");
    }

    @Test
    void beforePlayEndsItIsSaidWhichRequestsNobodyHasAnswered() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined rahman = joins(id, TACTICAL, "A. Rahman");
        done(conduct.start(caller("director"), id, ClientId.random()));
        done(messages.send(
                rahman,
                id,
                ClientId.random(),
                new MessageDraft(Party.BODY, "Highways control room", null, null, "Is Mill Lane open?"),
                time.instant()));
        UI.getCurrent().navigate("exercise/" + id);
        roundTrip();
        press("End exercise…");
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(says("1 request is still open")).isTrue();
        assertThat(says("Tactical asked Highways control room")).isTrue();
        assertThat(says("Is Mill Lane open?")).isTrue();
    }

    private List<LedgerEntry> spoken(ExerciseId id) {
        return records.read(caller("director"), id, 0, 1000).stream()
                .filter(entry -> entry.fact() instanceof InjectSpoken)
                .toList();
    }

    private CompletableFuture<Answer> speaks(Caller who, ExerciseId id, Instant at, CountDownLatch go) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return voice.spoken(who, id, ClientId.random(), TWO, "", at).join();
        });
    }
}
