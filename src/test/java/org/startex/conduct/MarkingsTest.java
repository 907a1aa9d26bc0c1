package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.conduct.SteeringTest.refusal;

import org.junit.jupiter.api.Test;
import org.startex.kernel.Audience;
import org.startex.ledger.Ruling;

/** What stands on everything of an exercise is changed until STARTEX, and not after. */
class MarkingsTest {
    private final Played played = Played.planned(1);

    private Ruling marks(String text, String codeWord) {
        return played.does(new ExerciseCommand.ChangeMarking(
                played.director, played.play().plan().marked(), new Marking(text, codeWord)));
    }

    @Test
    void beforeStartexTheNewWordsStandInThePlan() {
        Plan before = played.play().plan();
        assertThat(refusal(marks(" OFFICIAL-SENSITIVE ", " GREY SEAL "))).isEmpty();

        assertThat(played.play().plan().marked()).isEqualTo(new Marking("OFFICIAL-SENSITIVE", "GREY SEAL"));
        assertThat(played.record.getLast().audience()).isEqualTo(Audience.STAFF);
        assertThat(played.play().plan().marked(before.marked()))
                .as("nothing else of the plan has changed")
                .isEqualTo(before);
        assertThat(played.replayed()).isEqualTo(played.state);
    }

    @Test
    void notWhileADrillStandsNorTwiceTheSameNorAfterStartex() {
        assertThat(refusal(marks("OFFICIAL", "GREY SEAL"))).isEmpty();
        assertThat(refusal(marks("OFFICIAL", "GREY SEAL"))).contains("marked-as-before");
        played.does(new ExerciseCommand.DrillNoDuff(played.director, ""));
        assertThat(refusal(marks("OFFICIAL", "BLUE HERON"))).contains("stopped");
        Played running = Played.running(1);
        assertThat(refusal(running.does(new ExerciseCommand.ChangeMarking(
                        running.director, running.play().plan().marked(), new Marking("OFFICIAL", "GREY SEAL")))))
                .contains("marking-after-startex");
    }

    @Test
    void whoDidNotSeeWhatAnotherHasChangedMeanwhileOverwritesNothing() {
        Marking seenByBoth = played.play().plan().marked();
        Marking first = new Marking("OFFICIAL-SENSITIVE", "GREY SEAL");
        Marking second = new Marking("OFFICIAL", "RED KITE");
        assertThat(refusal(played.does(new ExerciseCommand.ChangeMarking(played.director, seenByBoth, first))))
                .isEmpty();
        assertThat(refusal(played.does(new ExerciseCommand.ChangeMarking(played.director, seenByBoth, second))))
                .contains("marked-meanwhile");
        assertThat(played.play().plan().marked()).isEqualTo(first);
        assertThat(refusal(played.does(new ExerciseCommand.ChangeMarking(played.director, first, second))))
                .as("having seen it")
                .isEmpty();
        assertThat(played.play().plan().marked()).isEqualTo(second);
    }

    @Test
    void neitherIsBlankNorLongerThanFitsOnAScreen() {
        Marking before = played.play().plan().marked();
        assertThat(refusal(marks(" ", "GREY SEAL"))).contains("missing");
        assertThat(refusal(marks("OFFICIAL", ""))).contains("missing");
        assertThat(refusal(marks("x".repeat(61), "GREY SEAL"))).contains("too-long");
        assertThat(refusal(marks("OFFICIAL", "x".repeat(41)))).contains("too-long");
        assertThat(played.play().plan().marked()).isEqualTo(before);
    }
}
