package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ConductService;
import org.startex.conduct.CueCard;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.Play;
import org.startex.conduct.RecordService;
import org.startex.conduct.Ticker;
import org.startex.conduct.VoiceService;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.InstallationRole;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.LedgerVerifier;
import org.startex.ledger.Reason;
import org.startex.ledger.Signer;
import org.startex.ledger.Verdict;
import org.startex.logbook.Decision;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.scenario.InjectKind;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** The Caravan site exercise from plan to seal, with a clock that the test moves: three hours in seconds. */
@StartexTest
class ExerciseTest {
    private static final CellCode REST_CENTRE = new CellCode("rest-centre");
    private static final CellCode TACTICAL = new CellCode("tactical");

    @Autowired
    ConductService conduct;

    @Autowired
    JoiningService joining;

    @Autowired
    LogbookService logbook;

    @Autowired
    VoiceService voices;

    @Autowired
    RecordService records;

    @Autowired
    PeopleService people;

    @Autowired
    Ticker ticker;

    @Autowired
    Signer signer;

    @Autowired
    SettableTime time;

    private @Nullable Caller director;
    private @Nullable ExerciseId exercise;

    @Test
    void fromPlanToSeal() throws Exception {
        Caller whitlock = signedIn("director");
        director = whitlock;
        ExerciseId id = conduct.plan(whitlock, "caravan-site", "Caravan site, May", time.instant());
        exercise = id;
        assertThat(conduct.exercises(whitlock)).anySatisfy(s -> {
            assertThat(s.id()).isEqualTo(id);
            assertThat(s.state()).isEqualTo("planned");
        });

        Caller okafor = joins(code(REST_CENTRE), "M. Okafor", Caller.NOBODY);
        Caller lindqvist = joins(code(REST_CENTRE), "S. Lindqvist", Caller.NOBODY);
        Caller price = joins(code(TACTICAL), "G. Price", Caller.NOBODY);
        Caller apprentice = joins(code(null), "not asked", signedIn("apprentice"));
        assertThat(refusal(logs(okafor, null, "Open early", "It is quiet"))).isEqualTo("not-started");

        done(conduct.start(whitlock, id, ClientId.random()));
        done(conduct.admit(
                whitlock,
                id,
                ClientId.random(),
                conduct.standing(apprentice, id).orElseThrow().participant(),
                TACTICAL,
                ""));
        done(conduct.changePace(whitlock, id, ClientId.random(), new Pace(6000)));
        passUntil(() -> play().delivered().size() >= 6);
        assertThat(play().delivered()).extracting(Delivered::byHand).containsOnly(false);

        Delivered first = play().delivered().stream()
                .filter(d -> play().mayRead(standing(price), d.audience()))
                .findFirst()
                .orElseThrow();
        done(conduct.acknowledge(price, id, ClientId.random(), first.seq(), time.instant()));
        assertThat(refusal(conduct.acknowledge(price, id, ClientId.random(), first.seq(), time.instant())))
                .isEqualTo("already-acknowledged");
        assertThat(refusal(logs(price, first.seq(), "Close Mill Lane", " "))).isEqualTo("rationale-missing");
        ClientId once = ClientId.random();
        long entry = done(logs(once, price, first.seq(), "Close Mill Lane", "The plume reaches it first", ""));
        assertThat(done(logs(once, price, first.seq(), "Close Mill Lane", "The plume reaches it first", "")))
                .isEqualTo(entry);

        done(conduct.pause(whitlock, id, ClientId.random(), "Lunch"));
        ExerciseTime stood = play().clock().elapsedAt(time.instant());
        int delivered = play().delivered().size();
        pass(Duration.ofSeconds(30));
        assertThat(play().clock().elapsedAt(time.instant())).isEqualTo(stood);
        assertThat(play().delivered()).hasSize(delivered);
        done(conduct.resume(whitlock, id, ClientId.random()));

        done(conduct.stop(lindqvist, id, ClientId.random(), "Adult collapsed at the main door", time.instant()));
        assertThat(refusal(conduct.resume(whitlock, id, ClientId.random()))).isEqualTo("stopped");
        assertThat(refusal(logs(okafor, null, "Go on", "No"))).isEqualTo("stopped");
        done(conduct.clear(whitlock, id, ClientId.random(), "Ambulance crew has the patient"));
        assertThat(conduct.exercise(whitlock, id)).isInstanceOf(Exercise.Paused.class);
        done(conduct.sendAdHoc(
                whitlock,
                id,
                ClientId.random(),
                new AdHocInject(
                        "Where is the play resuming?",
                        "Exercise control",
                        List.of(new Addressee(REST_CENTRE, "")),
                        Channel.IN_PERSON,
                        "Carry on from **where you were**.")));
        assertThat(play().delivered().getLast().number()).isEqualTo(new InjectNumber("A1"));
        done(conduct.resume(whitlock, id, ClientId.random()));
        InjectNumber next = play().pending().getFirst().number();
        done(conduct.send(whitlock, id, ClientId.random(), next));
        assertThat(refusal(conduct.send(whitlock, id, ClientId.random(), next))).isEqualTo("already-delivered");

        passUntil(() -> play().pending().isEmpty());
        speaks(whitlock, id);
        done(conduct.end(whitlock, id, ClientId.random(), "Objectives met"));
        assertThat(refusal(logs(okafor, null, "Keep the lights on", "People are asleep")))
                .isEqualTo("late-reason-missing");
        done(logs(
                ClientId.random(), okafor, null, "Keep the lights on", "People are asleep", "The phone had no signal"));
        done(conduct.seal(whitlock, id, ClientId.random()));
        assertThat(refusal(logs(okafor, null, "One more", "Too late"))).isEqualTo("sealed");

        List<Decision> decisions = logbook.decisions(whitlock, id);
        assertThat(decisions).extracting(d -> d.fact().number()).containsExactly(1, 2);
        assertThat(decisions.getFirst().seq()).isEqualTo(entry);
        assertThat(decisions.getLast().fact().late()).isTrue();
        verifiesIntact(whitlock, id);
        everyInjectOnceAndInOrder(whitlock, id);
    }

    /** What players have only once a controller has said it. */
    private void speaks(Caller controller, ExerciseId id) throws Exception {
        List<InjectNumber> cards = CueCard.of(play(), time.instant()).stream()
                .filter(card -> card.state() == CueCard.State.TO_SPEAK && !card.onPage())
                .map(CueCard::number)
                .toList();
        assertThat(cards).hasSize(2);
        for (InjectNumber card : cards) {
            done(voices.spoken(controller, id, ClientId.random(), card, "", time.instant()));
        }
    }

    private void verifiesIntact(Caller caller, ExerciseId id) throws IOException {
        assertThat(records.verify(caller, id)).isInstanceOf(Verdict.Sealed.class);
        StringWriter file = new StringWriter();
        records.export(caller, id, file);
        assertThat(LedgerVerifier.trusting(signer.publicKey(signer.current()).orElseThrow())
                        .verify(new StringReader(file.toString())))
                .isInstanceOfSatisfying(
                        Verdict.Sealed.class, s -> assertThat(s.trusted()).isTrue());
    }

    private void everyInjectOnceAndInOrder(Caller caller, ExerciseId id) {
        List<LedgerEntry> entries = records.read(caller, id, 0, 10_000);
        assertThat(entries).extracting(LedgerEntry::seq).isSorted().doesNotHaveDuplicates();
        assertThat(play().delivered()).extracting(Delivered::number).doesNotHaveDuplicates();
        assertThat(play().delivered())
                .as(
                        "all that have a time, two of them by voice, two that came because nobody acknowledged others, one written on the spot")
                .hasSize(3
                        + (int) play().plan().injects().stream()
                                .filter(inject -> inject.kind() instanceof InjectKind.Timed)
                                .count());
        assertThat(play().delivered().stream().flatMap(d -> d.cause().stream())).hasSize(2);
    }

    private Play play() {
        return conduct.exercise(Caller.PROGRAM, id()).content().orElseThrow();
    }

    private ExerciseId id() {
        assertThat(exercise).isNotNull();
        return exercise;
    }

    private String code(@Nullable CellCode cell) {
        assertThat(director).isNotNull();
        return joining.codes(director, id()).stream()
                .filter(c -> cell == null ? c.cell() == null : cell.equals(c.cell()))
                .map(JoinCode::code)
                .findFirst()
                .orElseThrow();
    }

    private Caller joins(String code, String name, Caller caller) {
        Joining.Result result = joining.join(caller, new Joining.Request(code, name, "Council", "", "127.0.0.1"));
        assertThat(result).isInstanceOf(Joining.Result.Joined.class);
        Joining.Result.Joined joined = (Joining.Result.Joined) result;
        return new Caller.Joined(joined.exercise(), joined.participant());
    }

    private org.startex.kernel.ParticipantId standing(Caller caller) {
        return conduct.standing(caller, id()).orElseThrow().participant();
    }

    private Caller signedIn(String username) {
        PersonName person = people
                .directory(
                        new Caller.SignedIn(
                                org.startex.kernel.PersonId.random(), Set.of(InstallationRole.EXERCISE_DIRECTOR)),
                        username,
                        50)
                .stream()
                .filter(p -> p.username().equals(username))
                .findFirst()
                .orElseThrow();
        return new Caller.SignedIn(
                person.person(), username.equals("director") ? Set.of(InstallationRole.EXERCISE_DIRECTOR) : Set.of());
    }

    private CompletableFuture<Answer> logs(Caller caller, @Nullable Long inReplyTo, String decision, String rationale) {
        return logs(ClientId.random(), caller, inReplyTo, decision, rationale, "");
    }

    private CompletableFuture<Answer> logs(
            ClientId clientId,
            Caller caller,
            @Nullable Long inReplyTo,
            String decision,
            String rationale,
            String lateReason) {
        Instant written = SettableTime.START;
        return logbook.logDecision(
                caller,
                id(),
                clientId,
                new DecisionDraft(inReplyTo, List.of(), decision, rationale, "", "", List.of(), lateReason),
                written);
    }

    private static long done(CompletableFuture<Answer> answer) throws Exception {
        Answer given = answer.get(20, TimeUnit.SECONDS);
        assertThat(given).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) given).seq();
    }

    private static String refusal(CompletableFuture<Answer> answer) throws Exception {
        Answer given = answer.get(20, TimeUnit.SECONDS);
        assertThat(given).isInstanceOf(Answer.Refused.class);
        Reason reason = ((Answer.Refused) given).reason();
        assertThat(reason.message()).isNotBlank();
        return reason.code();
    }

    /** Real time passes in steps of a second, and the timer beats at each. */
    private void pass(Duration real) {
        for (long second = 0; second < real.toSeconds(); second++) {
            time.advance(Duration.ofSeconds(1));
            ticker.beat();
        }
    }

    private void passUntil(java.util.function.BooleanSupplier reached) throws InterruptedException {
        for (int second = 0; second < 400 && !reached.getAsBoolean(); second++) {
            pass(Duration.ofSeconds(1));
            for (int wait = 0; wait < 100 && dueNow(); wait++) {
                Thread.sleep(5);
            }
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private boolean dueNow() {
        ExerciseTime elapsed = play().clock().elapsedAt(time.instant());
        return play().pending().stream()
                .findFirst()
                .filter(i -> i.due().compareTo(elapsed) <= 0)
                .isPresent();
    }
}
