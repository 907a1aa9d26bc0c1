package org.startex.ui.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.CueCard;
import org.startex.conduct.InjectSpoken;
import org.startex.conduct.Marking;
import org.startex.conduct.RecordService;
import org.startex.conduct.SafetyService;
import org.startex.conduct.VoiceService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
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

    @Autowired
    SafetyService safety;

    @Test
    void twoWhoTickWithinTenMillisecondsTickOnceAndBothAreTold() {
        ExerciseId id = aRunningExercise();
        Instant now = time.instant();
        isDoneOnceByTwoAtOnce(id, who -> voice.spoken(who, id, ClientId.random(), TWO, "", now), "already-spoken");

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
    void cardsOnPaperAreMarkedAsTheExerciseIsNow() {
        ExerciseId id = aPlannedExercise();
        UI.getCurrent().navigate("exercise/" + id + "/cards");
        roundTrip();
        assertThat(onPaper()).contains("BLUE HERON");
        done(safety.changeMarking(
                caller("director"),
                id,
                ClientId.random(),
                play(id).plan().marked(),
                new Marking("OFFICIAL-SENSITIVE", "GREY SEAL")));
        eventually(() -> onPaper().contains("GREY SEAL") && !onPaper().contains("BLUE HERON"));
    }

    private String onPaper() {
        return one(PaperCards.class).getElement().getTextRecursively();
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
}
