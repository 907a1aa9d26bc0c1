package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.refusal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Ruling;

/** Every player confirms before STARTEX that the page reaches them. */
class CommsChecksTest {
    @Test
    void theBoardShowsWhoConfirmedAfterHowLongAndWhoIsToBePhoned() {
        Played played = Played.planned(1);
        long check = asks(played);
        played.after(Duration.ofSeconds(7));
        assertThat(refusal(confirms(played, played.okafor, check))).isEmpty();
        assertThat(played.record.getLast().audience())
                .as("nobody but staff learns who else has answered")
                .isEqualTo(new Audience.Participants(Set.of(played.okafor)));

        CommsCheck standing = played.play().commsCheck().orElseThrow();
        assertThat(CommsLine.of(played.play(), standing, played.price::equals))
                .satisfiesExactly(
                        tactical -> {
                            assertThat(tactical.complete()).isFalse();
                            assertThat(tactical.people())
                                    .containsExactly(new CommsLine.Person(
                                            played.play().member(played.price).orElseThrow(), Optional.empty(), true));
                        },
                        restCentre -> {
                            assertThat(restCentre.complete()).isTrue();
                            assertThat(restCentre.people().getFirst().took()).contains(Duration.ofSeconds(7));
                        });
    }

    @Test
    void confirmedTwiceCountsOnceAndOnlyForTheLatestCheck() {
        Played played = Played.planned(1);
        long first = asks(played);
        confirms(played, played.okafor, first);
        assertThat(refusal(confirms(played, played.okafor, first))).contains("already-confirmed");
        long second = asks(played);
        assertThat(played.play().commsCheck().orElseThrow().number()).isEqualTo(2);
        assertThat(played.play().commsCheck().orElseThrow().confirmed()).isEmpty();
        assertThat(refusal(confirms(played, played.okafor, first))).contains("comms-check-over");
        assertThat(refusal(confirms(played, played.okafor, second))).isEmpty();
    }

    @Test
    void staffAndStrangersAreNotAsked() {
        Played played = Played.planned(1);
        long check = asks(played);
        assertThat(refusal(confirms(played, played.director, check))).contains("not-admitted");
        assertThat(refusal(confirms(played, ParticipantId.random(), check))).contains("not-admitted");
    }

    @Test
    void playIsNotDisturbedByACheckButAPauseMayBeUsedForOne() {
        Played played = Played.running(1);
        assertThat(refusal(played.does(new ExerciseCommand.StartCommsCheck(played.director))))
                .contains("comms-check-in-play");
        played.does(new ExerciseCommand.PauseExercise(played.director, ""));
        long check = asks(played);
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        assertThat(refusal(confirms(played, played.price, check)))
                .as("an answer that was under way still counts")
                .isEmpty();
    }

    @Test
    void duringNoDuffNothingIsAskedAndAnAnswerWaits() {
        Played played = Played.planned(1);
        long check = asks(played);
        played.does(new ExerciseCommand.StopForRealIncident(played.price, "Adult collapsed", played.now));
        assertThat(refusal(confirms(played, played.price, check))).contains("stopped");
        assertThat(refusal(played.does(new ExerciseCommand.StartCommsCheck(played.director))))
                .contains("not-started");
    }

    private static long asks(Played played) {
        assertThat(refusal(played.does(new ExerciseCommand.StartCommsCheck(played.director))))
                .isEmpty();
        return played.record.size();
    }

    private static Ruling confirms(Played played, ParticipantId who, long check) {
        return played.does(new ExerciseCommand.ConfirmCommsCheck(who, check, played.now));
    }
}
