package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Ruling;

class ControlBoardTest {
    @Test
    void beforeStartexEverythingIsPendingAndNothingIsLate() {
        Played played = Played.planned(3).after(Duration.ofHours(2));

        assertThat(board(played).rows()).extracting(InjectRow::state).containsOnly(InjectState.PENDING);
    }

    @Test
    void anInjectIsDueFiveMinutesBeforeItsTime() {
        Played played = Played.running(3);
        played.after(Duration.ofSeconds(1));

        assertThat(state(played, "1")).isEqualTo(InjectState.DUE);
        assertThat(state(played, "2")).isEqualTo(InjectState.PENDING);
    }

    @Test
    void aRowToComeSaysHowManyItIsForAndARoleThatNobodyHoldsFallsToItsCell() {
        Played played = Played.planned(2);
        assertThat(row(played, "1").recipients()).isEqualTo(1);

        played.joins(ParticipantId.random(), Played.REST_CENTRE, "");
        assertThat(row(played, "2").recipients()).as("the lead alone").isEqualTo(1);

        played.does(new ExerciseCommand.MoveParticipant(played.director, played.okafor, Played.TACTICAL, ""));
        assertThat(row(played, "2").recipients()).as("no lead: the cell").isEqualTo(1);
        assertThat(row(played, "1").recipients()).isEqualTo(2);
    }

    @Test
    void aSentInjectIsDeliveredThenSeenThenAcknowledged() {
        Played played = Played.running(3);
        tick(played, Duration.ofMinutes(5));
        assertThat(state(played, "1")).isEqualTo(InjectState.DELIVERED);

        Map<Long, Map<ParticipantId, InjectReceipt>> onScreen =
                Map.of(played.entry("1"), Map.of(played.price, new InjectReceipt(played.now, Optional.of(played.now))));
        assertThat(ControlBoard.of(played.play(), onScreen, played.now)
                        .row("1")
                        .orElseThrow()
                        .state())
                .isEqualTo(InjectState.SEEN);

        acknowledge(played, played.price, "1");
        assertThat(state(played, "1")).isEqualTo(InjectState.ACKNOWLEDGED);
        assertThat(row(played, "1").acknowledged()).isEqualTo(1);
    }

    @Test
    void receivedAloneIsNotSeen() {
        Played played = Played.running(1);
        tick(played, Duration.ofMinutes(5));
        Map<Long, Map<ParticipantId, InjectReceipt>> received =
                Map.of(played.entry("1"), Map.of(played.price, new InjectReceipt(played.now, Optional.empty())));

        assertThat(ControlBoard.of(played.play(), received, played.now)
                        .row("1")
                        .orElseThrow()
                        .state())
                .isEqualTo(InjectState.DELIVERED);
    }

    @Test
    void anUnacknowledgedInjectIsLateOnceAnAnswerWasExpected() {
        Played played = expecting(ExerciseTime.minutes(7));
        tick(played, Duration.ofMinutes(5));
        played.after(Duration.ofMinutes(2));
        assertThat(state(played, "1")).isEqualTo(InjectState.DELIVERED);

        played.after(Duration.ofSeconds(36));
        assertThat(row(played, "1").state()).isEqualTo(InjectState.LATE);
        assertThat(row(played, "1").turn()).isEqualTo(ExerciseTime.minutes(7));

        acknowledge(played, played.price, "1");
        assertThat(state(played, "1")).isEqualTo(InjectState.ACKNOWLEDGED);
    }

    @Test
    void whoeverGetsAnInjectEarlyIsNotLateBeforeTheSameTimeHasPassed() {
        Played played = expecting(ExerciseTime.minutes(7));
        played.after(Duration.ofMinutes(1));
        played.does(new ExerciseCommand.SendInject(played.director, new InjectNumber("1")));
        played.after(Duration.ofMinutes(1));
        assertThat(state(played, "1")).isEqualTo(InjectState.DELIVERED);

        played.after(Duration.ofMinutes(2));
        assertThat(row(played, "1").turn()).isEqualTo(ExerciseTime.minutes(3));
        assertThat(state(played, "1")).isEqualTo(InjectState.LATE);
    }

    @Test
    void rowsStandInTheOrderOfSendingThenOfDueTimes() {
        Played played = Played.running(4);
        played.after(Duration.ofMinutes(1));
        played.does(new ExerciseCommand.SendInject(played.director, new InjectNumber("3")));
        tick(played, Duration.ofMinutes(4));

        assertThat(board(played).rows()).extracting(row -> row.number().value()).containsExactly("3", "1", "2", "4");
        assertThat(board(played).next(5))
                .extracting(row -> row.number().value())
                .containsExactly("2", "4");
        assertThat(board(played).toCome()).isEqualTo(2);
    }

    @Test
    void whatIsHeldBeyondItsTimeStaysInTheOrderOfItsTime() {
        Played played = Played.running(11);
        List.of("10", "2", "9")
                .forEach(number ->
                        played.does(new ExerciseCommand.HoldInject(played.director, new InjectNumber(number), "")));
        played.after(Duration.ofHours(2));

        assertThat(board(played).rows())
                .filteredOn(row -> row.state() == InjectState.HELD)
                .extracting(row -> row.number().value())
                .containsExactly("2", "9", "10");
        assertThat(Stream.of("A1", "13", "2", "13a", "10")
                        .map(InjectNumber::new)
                        .sorted())
                .extracting(InjectNumber::value)
                .containsExactly("2", "10", "13", "13a", "A1");
    }

    @Test
    void nobodyToSendToIsNeverAcknowledgedNorLate() {
        Played played = expecting(ExerciseTime.minutes(7));
        played.does(new ExerciseCommand.EjectParticipant(played.director, played.price, "left"));
        tick(played, Duration.ofMinutes(20));

        assertThat(row(played, "1").recipients()).isZero();
        assertThat(state(played, "1")).isEqualTo(InjectState.DELIVERED);
    }

    @Test
    void eachPersonsTimesCountFromSending() {
        Played played = Played.running(1);
        tick(played, Duration.ofMinutes(5));
        Instant sent = played.now;
        Map<ParticipantId, InjectReceipt> receipts =
                Map.of(played.price, new InjectReceipt(sent.plusSeconds(2), Optional.of(sent.plusSeconds(80))));
        played.after(Duration.ofSeconds(100));
        acknowledge(played, played.price, "1");

        List<PersonReceipt> people = PersonReceipt.of(
                played.play(),
                played.play().delivered(played.entry("1")).orElseThrow(),
                receipts,
                played.now,
                who -> Optional.empty());

        assertThat(people).singleElement().satisfies(person -> {
            assertThat(person.received()).contains(Duration.ofSeconds(2));
            assertThat(person.seen()).contains(Duration.ofSeconds(80));
            assertThat(person.acknowledged()).contains(Duration.ofSeconds(100));
            assertThat(person.answered()).isEmpty();
            assertThat(person.late()).isFalse();
        });
    }

    private static Played expecting(ExerciseTime by) {
        Plan plain = Played.plan(1);
        PlannedInject inject = plain.injects().getFirst();
        InjectWords words = inject.words();
        PlannedInject expected = new PlannedInject(
                inject.number(),
                inject.due(),
                inject.to(),
                inject.channel(),
                List.of(),
                List.of(),
                List.of(),
                new InjectWords(
                        words.title(),
                        words.from(),
                        words.text(),
                        List.of(new ExpectedStep(by, new Addressee(Played.TACTICAL, ""), "Acknowledges.")),
                        words.notes(),
                        List.of()));
        Played played =
                Played.of(PlanBuilder.like(plain).injects(List.of(expected)).plan());
        played.joins(played.price, Played.TACTICAL, "");
        played.does(new ExerciseCommand.StartExercise(played.director));
        return played;
    }

    private static void tick(Played played, Duration real) {
        played.after(real);
        played.does(new ExerciseCommand.Tick());
    }

    private static void acknowledge(Played played, ParticipantId who, String number) {
        assertThat(played.does(new ExerciseCommand.AcknowledgeInject(who, played.entry(number), played.now)))
                .isInstanceOf(Ruling.Accepted.class);
    }

    private static ControlBoard board(Played played) {
        return ControlBoard.of(played.play(), Map.of(), played.now);
    }

    private static InjectRow row(Played played, String number) {
        return board(played).row(number).orElseThrow();
    }

    private static InjectState state(Played played, String number) {
        return row(played, number).state();
    }
}
