package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Actor;
import org.startex.ledger.Draft;
import org.startex.ledger.Ruling;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;

/**
 * A loggist's decision answers its inject until its maker disputes it. Inject 1 goes to Tactical at five minutes, the loggist logs at six; 2 waits for what each test
 * says.
 */
class DisputedDecisionTest {
    private static final InjectNumber ONE = new InjectNumber("1");
    private static final InjectNumber TWO = new InjectNumber("2");

    private final ParticipantId loggist = ParticipantId.random();
    private Played played = new Played();

    private void waitsFor(Condition condition, int minutes) {
        played = Played.running(List.of(
                inject("1", ExerciseTime.minutes(5), new InjectKind.Timed()),
                inject("2", ExerciseTime.ZERO, new InjectKind.Conditional(condition, minutes * 60_000_000L, null))));
    }

    private static PlannedInject inject(String number, ExerciseTime due, InjectKind kind) {
        return new PlannedInject(
                new InjectNumber(number),
                due,
                List.of(new Addressee(Played.TACTICAL, "")),
                Channel.PHONE,
                List.of(),
                List.of(),
                List.of(),
                new InjectWords("Inject " + number, "Control", "Text", List.of(), "", List.of()),
                kind);
    }

    /** The timer looks at a minute of the exercise. */
    private void at(int minute) {
        played.now = Played.START.plus(Duration.ofMinutes(minute));
        played.lastAlive = played.now;
        played.does(new ExerciseCommand.Tick());
    }

    private Delivered two() {
        return played.play().delivered(TWO).orElseThrow();
    }

    /** What a loggist records: the reply, and the entry whose maker is asked. Returns the sequence of that entry. */
    private long logsForPrice(int actions) {
        assertThat(played.does(new ExerciseCommand.LogReplyFor(
                        loggist, played.price, Played.TACTICAL, played.entry("1"), actions, "", played.now)))
                .isInstanceOf(Ruling.Accepted.class);
        played.folds(Ruling.accept(List.of(new Draft(
                Actor.of(loggist),
                Audience.cell(Played.TACTICAL),
                played.now,
                null,
                new LoggedFor(played.play().logNumbers(), played.price)))));
        return played.record.getLast().seq();
    }

    private void priceSays(long entry, boolean confirms) {
        int number = ((LoggedFor) played.record.get((int) entry - 1).fact()).number();
        assertThat(played.folds(Attesting.say(
                        played.state,
                        played.price,
                        entry,
                        Audience.STAFF,
                        late -> new Said(entry, number, confirms),
                        null,
                        played.now,
                        played.now,
                        played.lastAlive)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private record LoggedFor(int number, ParticipantId madeBy) implements MadeForAnother {}

    private record Said(long entry, int number, boolean confirms) implements MakersWord {}

    private Map<ParticipantId, Instant> answered() {
        return played.play().delivered(ONE).orElseThrow().answered();
    }

    private void aLoggistIsThere() {
        played.does(new ExerciseCommand.GiveRole(played.director, loggist, ExerciseRole.LOGGIST, "P. Lane", "Council"));
        at(6);
    }

    @Test
    void whatIsDisputedBeforeItLeftIsWaitedForAgainUntilTheMakerConfirmsAfterAll() {
        waitsFor(new Condition.ActionRaised(ONE, Played.TACTICAL), 5);
        aLoggistIsThere();
        long entry = logsForPrice(1);
        assertThat(answered()).containsOnlyKeys(played.price);
        assertThat(played.play().comes(TWO)).contains(ExerciseTime.minutes(11));
        at(10);
        priceSays(entry, false);
        assertThat(answered()).isEmpty();
        assertThat(played.play().comes(TWO)).isEmpty();
        at(20);
        assertThat(played.play().delivered(TWO)).isEmpty();
        priceSays(entry, true);
        assertThat(answered()).containsOnlyKeys(played.price);
        assertThat(played.play().comes(TWO)).as("nothing falls due in the past").contains(ExerciseTime.minutes(25));
        at(25);
        assertThat(two().time()).isEqualTo(ExerciseTime.minutes(25));
        assertThat(played.replayed()).isEqualTo(played.state);
    }

    @Test
    void whatLeftBecauseOfADecisionStaysWhenThatIsDisputed() {
        Condition decided = new Condition.Decided(ONE, Played.TACTICAL);
        waitsFor(decided, 2);
        aLoggistIsThere();
        long entry = logsForPrice(0);
        played.after(Duration.ofMinutes(3));
        priceSays(entry, false);
        assertThat(two().cause())
                .as("due before the dispute, though the timer had not looked")
                .contains(new Because(ExerciseTime.minutes(8), List.of(decided)));
        assertThat(answered()).isEmpty();
        at(30);
        assertThat(two().recalled()).isEmpty();
        assertThat(ConditionStanding.of(
                        played.play(), played.play().planned(TWO).orElseThrow(), ExerciseTime.minutes(30)))
                .extracting(ConditionStanding::state)
                .containsExactly(ConditionStanding.State.WAITS);
    }

    @Test
    void anotherDecisionOfTheCellStillAnswersWhenOneIsDisputed() {
        waitsFor(new Condition.Decided(ONE, Played.TACTICAL), 10);
        aLoggistIsThere();
        long entry = logsForPrice(0);
        at(9);
        assertThat(played.does(new ExerciseCommand.LogReply(played.price, played.entry("1"), 0, "", played.now)))
                .isInstanceOf(Ruling.Accepted.class);
        priceSays(entry, false);
        assertThat(answered()).containsOnlyKeys(played.price);
        assertThat(answered().get(played.price)).isEqualTo(Played.START.plus(Duration.ofMinutes(9)));
        assertThat(played.play().comes(TWO)).contains(ExerciseTime.minutes(19));
    }

    @Test
    void aConfirmationMovesNothing() {
        waitsFor(new Condition.Decided(ONE, Played.TACTICAL), 10);
        aLoggistIsThere();
        long entry = logsForPrice(0);
        at(9);
        priceSays(entry, true);
        assertThat(played.play().comes(TWO)).contains(ExerciseTime.minutes(16));
    }
}
