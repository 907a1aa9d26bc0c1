package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;

class CellPeopleTest {
    @Test
    void whoWaitsComesFirstThenEachCellThenStaff() {
        Played played = Played.planned(1);
        ParticipantId waiting = ParticipantId.random();
        played.does(new ExerciseCommand.JoinExercise(
                waiting, ExerciseRole.PLAYER, null, "", false, "A. Newcomer", "Council"));

        List<CellPeople> groups = CellPeople.of(played.play(), played.price::equals);

        assertThat(groups).hasSize(4);
        assertThat(groups.get(0).waiting()).isTrue();
        assertThat(groups.get(0).people())
                .extracting(p -> p.member().participant())
                .containsExactly(waiting);
        assertThat(groups.get(1).cell()).map(Place::code).contains(Played.TACTICAL);
        assertThat(groups.get(1).here()).isEqualTo(1);
        assertThat(groups.get(2).here())
                .as("the rest centre's page is not connected")
                .isZero();
        assertThat(groups.get(3).people()).extracting(p -> p.member().role()).containsExactly(ExerciseRole.DIRECTOR);
    }

    @Test
    void theEjectedAreGone() {
        Played played = Played.planned(1);
        played.does(new ExerciseCommand.EjectParticipant(played.director, played.price, "left"));

        assertThat(CellPeople.of(played.play(), id -> true).getFirst().people()).isEmpty();
    }

    @Test
    void withNobodyWaitingThereIsNoSuchGroup() {
        assertThat(CellPeople.of(Played.planned(1).play(), id -> true)).noneMatch(CellPeople::waiting);
    }
}
