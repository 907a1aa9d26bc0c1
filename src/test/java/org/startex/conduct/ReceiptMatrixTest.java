package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.tick;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ParticipantId;

/** How far every inject has come in every cell: 1 is for Tactical, 2 for the manager of the rest centre. */
class ReceiptMatrixTest {
    @Test
    void countsAreByInjectAndCellTheLatestInjectFirst() {
        Played played = Played.running(2);
        tick(played, Duration.ofMinutes(11));
        played.does(new ExerciseCommand.AcknowledgeInject(played.okafor, played.entry("2"), played.now));
        ReceiptMatrix matrix = ReceiptMatrix.of(
                played.play(),
                Map.of(
                        played.entry("1"),
                        Map.<ParticipantId, InjectReceipt>of(
                                played.price, new InjectReceipt(played.now, Optional.empty()))),
                played.now);

        assertThat(matrix.rows())
                .extracting(row -> row.inject().number().value())
                .containsExactly("2", "1");
        assertThat(matrix.rows().getFirst().cell(Played.REST_CENTRE))
                .as("who has acknowledged has seen it, whatever became of the receipt")
                .contains(new ReceiptMatrix.Count(1, 1, 1, 1, 0, false));
        assertThat(matrix.rows().getFirst().cell(Played.TACTICAL)).isEmpty();
        assertThat(matrix.rows().getLast().cell(Played.TACTICAL))
                .contains(new ReceiptMatrix.Count(1, 1, 0, 0, 0, false));
        assertThat(matrix.late().rows()).as("nothing was expected by now").isEmpty();
    }

    @Test
    void anOverdueCountIsLateUntilAllHaveAcknowledged() {
        assertThat(new ReceiptMatrix.Count(2, 2, 2, 1, 0, true).late()).isTrue();
        assertThat(new ReceiptMatrix.Count(2, 2, 2, 2, 0, true).late()).isFalse();
    }

    @Test
    void whoIsLateOrLeastFarStandsFirstInAnInjectsBoard() {
        Played played = Played.running(1);
        ParticipantId behind = ParticipantId.random();
        played.joins(behind, Played.TACTICAL, "");
        tick(played, Duration.ofMinutes(6));
        played.does(new ExerciseCommand.AcknowledgeInject(played.price, played.entry("1"), played.now));
        assertThat(PersonReceipt.of(
                        played.play(),
                        played.play().delivered(played.entry("1")).orElseThrow(),
                        Map.of(),
                        played.now,
                        who -> who.equals(behind) ? Optional.of(Played.START) : Optional.empty()))
                .extracting(person -> person.member().participant())
                .containsExactly(behind, played.price);
    }
}
