package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Ruling;

/** A role goes from one person of a cell to another, and what is sent to it goes with it. */
class HandingOverTest {
    private final Played played = Played.running(4);
    private final ParticipantId lee = ParticipantId.random();

    @BeforeEach
    void aColleagueIsThere() {
        played.joins(lee, Played.REST_CENTRE, "");
    }

    @Test
    void whatIsSentToTheRoleGoesToTheNewHolderFromThenOn() {
        played.after(Duration.ofMinutes(11));
        played.does(new ExerciseCommand.Tick());
        Delivered before = played.play().delivered(played.entry("2")).orElseThrow();
        assertThat(played.play().recipients(before))
                .extracting(Member::participant)
                .containsExactly(played.okafor);

        Ruling ruling = handOver(played.okafor, lee);

        assertThat(ruling).isInstanceOf(Ruling.Accepted.class);
        assertThat(played.record.getLast().fact())
                .isEqualTo(new RoleHandedOver(played.okafor, lee, Played.REST_CENTRE, "lead"));
        assertThat(member(lee).post()).isEqualTo("lead");
        assertThat(member(played.okafor).post()).isEmpty();
        assertThat(member(played.okafor).cell()).isEqualTo(Played.REST_CENTRE);
        played.after(Duration.ofMinutes(10));
        played.does(new ExerciseCommand.Tick());
        Delivered after = played.play().delivered(played.entry("4")).orElseThrow();
        assertThat(played.play().recipients(after))
                .extracting(Member::participant)
                .containsExactly(lee);
        assertThat(played.play().recipients(before))
                .as("the new holder also has what came before")
                .extracting(Member::participant)
                .containsExactly(lee);
    }

    @Test
    void onlyARoleThatIsHeldGoesAndOnlyToSomebodyOfTheCellWithoutOne() {
        refused(handOver(lee, played.okafor), "holds-no-role");
        refused(handOver(played.okafor, played.price), "not-of-the-cell");
        refused(handOver(played.okafor, played.okafor), "not-of-the-cell");
        refused(handOver(played.okafor, played.director), "not-of-the-cell");
        refused(handOver(ParticipantId.random(), lee), "holds-no-role");
        played.does(new ExerciseCommand.MoveParticipant(played.director, lee, Played.TACTICAL, "police"));
        played.does(new ExerciseCommand.MoveParticipant(played.director, played.price, Played.REST_CENTRE, "lead"));
        refused(handOver(played.okafor, played.price), "holds-another-role");
        played.does(new ExerciseCommand.EjectParticipant(played.director, played.price, "Left"));
        refused(handOver(played.okafor, played.price), "not-of-the-cell");
    }

    @Test
    void aLatecomerHasWhatTheirCellHasAndNoMore() {
        played.after(Duration.ofMinutes(12));
        played.does(new ExerciseCommand.Tick());
        ParticipantId late = ParticipantId.random();
        played.joins(late, Played.TACTICAL, "");
        assertThat(played.record.getLast().exerciseTime()).isNotNull();
        Play play = played.play();
        assertThat(play.member(late).orElseThrow().role()).isEqualTo(ExerciseRole.PLAYER);
        assertThat(play.recipients(play.delivered(played.entry("1")).orElseThrow()))
                .extracting(Member::participant)
                .contains(late);
        assertThat(play.recipients(play.delivered(played.entry("2")).orElseThrow()))
                .extracting(Member::participant)
                .doesNotContain(late);
    }

    private Member member(ParticipantId participant) {
        return played.play().member(participant).orElseThrow();
    }

    private Ruling handOver(ParticipantId from, ParticipantId to) {
        return played.does(new ExerciseCommand.HandOverRole(played.director, from, to));
    }

    private static void refused(Ruling ruling, String code) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo(code));
    }
}
