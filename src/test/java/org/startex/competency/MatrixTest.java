package org.startex.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import org.startex.standards.StandardsCatalogue;

class MatrixTest {
    private static final StandardsCatalogue STANDARD = StandardsCatalogue.load();
    private static final PersonId LEARNER = PersonId.random();
    private static final ExerciseId MAY = ExerciseId.random();
    private static final ExerciseId JUNE = ExerciseId.random();
    private static final Instant LATER = Pieces.AT.plus(Duration.ofDays(30));
    private static final KsbCode S15 = new KsbCode("S15");
    private static final KsbCode S22 = new KsbCode("S22");
    private static final KsbCode K1 = new KsbCode("K1");

    @Test
    void anEmptyRecordShowsAllSixtyTwoWithNothing() {
        Matrix matrix = Matrix.of(STANDARD, List.of());
        assertThat(matrix.ksbs()).hasSize(62).noneMatch(Matrix.KsbLine::shown).noneMatch(Matrix.KsbLine::claimed);
        assertThat(matrix.duties())
                .hasSize(11)
                .allMatch(line -> line.open().equals(line.duty().ksbs()));
        assertThat(matrix.shown()).isZero();
        assertThat(matrix.gaps()).hasSize(31);
    }

    @Test
    void countsAcceptedPiecesTheirExercisesAndTheLatest() {
        Matrix matrix = Matrix.of(
                STANDARD,
                List.of(
                        accepted(MAY, Pieces.AT, S15),
                        accepted(MAY, Pieces.AT, S15),
                        accepted(JUNE, LATER, S15),
                        Pieces.standing(Pieces.of(LEARNER, JUNE, LATER), S15, ActKind.CLAIMED),
                        Pieces.standing(Pieces.of(LEARNER, JUNE, LATER), S15, ActKind.CLAIMED, ActKind.DECLINED)));
        Matrix.KsbLine line = matrix.line(S15).orElseThrow();
        assertThat(line.accepted()).isEqualTo(3);
        assertThat(line.exercises()).isEqualTo(2);
        assertThat(line.waiting()).isEqualTo(1);
        assertThat(line.declined()).isEqualTo(1);
        assertThat(line.lastShown()).isEqualTo(LATER);
        assertThat(matrix.shown()).isEqualTo(1);
    }

    @Test
    void aJudgementThatWasCorrectedCountsAsItStandsNow() {
        EvidencePiece corrected = Pieces.standing(
                Pieces.of(LEARNER, MAY, Pieces.AT), S15, ActKind.CLAIMED, ActKind.ACCEPTED, ActKind.DECLINED);
        Matrix.KsbLine line = Matrix.of(STANDARD, List.of(corrected)).line(S15).orElseThrow();
        assertThat(line.shown()).isFalse();
        assertThat(line.lastShown()).isNull();
        assertThat(line.declined()).isEqualTo(1);
    }

    @Test
    void aClaimTakenBackCountsForNothing() {
        EvidencePiece back =
                Pieces.standing(Pieces.of(LEARNER, MAY, Pieces.AT), S22, ActKind.CLAIMED, ActKind.WITHDRAWN);
        Matrix.KsbLine line = Matrix.of(STANDARD, List.of(back)).line(S22).orElseThrow();
        assertThat(line.claimed()).isFalse();
    }

    @Test
    void gapsAreWhatExercisesDoShow() {
        Matrix matrix = Matrix.of(STANDARD, List.of(accepted(MAY, Pieces.AT, S15)));
        assertThat(matrix.gaps())
                .extracting(line -> line.ksb().code())
                .hasSize(30)
                .contains(S22)
                .doesNotContain(S15, K1);
        assertThat(matrix.line(K1).orElseThrow().rarely()).isTrue();
    }

    @Test
    void aDutyIsCoveredByItsKsbs() {
        Matrix matrix = Matrix.of(
                STANDARD,
                List.of(
                        accepted(MAY, Pieces.AT, S15),
                        Pieces.standing(Pieces.of(LEARNER, MAY, Pieces.AT), S22, ActKind.CLAIMED)));
        assertThat(matrix.duties()).allSatisfy(line -> {
            int all = line.duty().ksbs().size();
            assertThat(line.accepted() + line.claimed() + line.open().size()).isEqualTo(all);
            assertThat(line.accepted()).isEqualTo(line.duty().ksbs().contains(S15) ? 1 : 0);
            assertThat(line.claimed()).isEqualTo(line.duty().ksbs().contains(S22) ? 1 : 0);
        });
        assertThat(matrix.duties()).anyMatch(line -> line.accepted() == 1);
    }

    private static EvidencePiece accepted(ExerciseId exercise, Instant at, KsbCode ksb) {
        return Pieces.standing(Pieces.of(LEARNER, exercise, at), ksb, ActKind.CLAIMED, ActKind.ACCEPTED);
    }
}
