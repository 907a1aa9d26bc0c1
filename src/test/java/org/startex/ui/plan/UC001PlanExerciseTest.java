package org.startex.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.ExerciseSummary;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Marking;
import org.startex.conduct.SafetyService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.people.PersonName;
import org.startex.ui.StaffScreenTest;

class UC001PlanExerciseTest extends StaffScreenTest {
    @Autowired
    SafetyService safety;

    @Test
    void aDirectorPlansAnExerciseAndGetsACodeForEachCellAndOneForAll() {
        navigate(ExercisesView.class);
        press("Plan an exercise…");
        write("Title", "Caravan site, rehearsal");
        press("Plan exercise");

        ExerciseId id = planned("Caravan site, rehearsal");
        eventually(() -> says("How players join"));
        joining.codes(caller("director"), id)
                .forEach(code -> assertThat(pageText()).contains(code.code()));
        assertThat(find(JoinSheet.class).all()).hasSize(play(id).plan().places().size() + 1);
        assertThat(pageText()).contains("Any cell: a controller admits");
    }

    @Test
    void withoutATitleNothingIsPlannedAndTheDialogSaysSo() {
        int before = conduct.exercises(caller("director")).size();
        navigate(ExercisesView.class);
        press("Plan an exercise…");
        write("Title", "  ");
        press("Plan exercise");

        assertThat(pageText()).contains("Give it a title.");
        assertThat(conduct.exercises(caller("director"))).hasSize(before);
    }

    @Test
    void theListShowsByItselfWhatWasPlannedElsewhere() {
        navigate(ExercisesView.class);
        conduct.plan(caller("director"), "caravan-site", "Planned on another screen", time.instant());

        eventually(() -> says("Planned on another screen"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theDirectorAddsAnEvaluator() {
        ExerciseId id = conduct.plan(caller("director"), "caravan-site", "Staffed", time.instant());
        navigate(PlanView.class, Map.of("id", id.toString()));
        ComboBox<PersonName> who = find(ComboBox.class).withLabel("Person").single();
        who.setValue(person("evaluator"));
        Select<ExerciseRole> role = find(Select.class).withLabel("Role").single();
        role.setValue(ExerciseRole.EVALUATOR);
        press("Add person");

        eventually(() -> play(id).members().values().stream().anyMatch(m -> m.role() == ExerciseRole.EVALUATOR));
        eventually(() -> says("Saved as entry"));
        eventually(() -> says("P. Nair"));
    }

    @Test
    void theMarkingIsChangedBeforeStartexAndEveryTapeHasTheNewWordsAtOnce() {
        ExerciseId id = aPlannedExercise();
        navigate(PlanView.class, Map.of("id", id.toString()));
        assertThat(pageText()).contains("BLUE HERON");
        press("Change…");
        write("Code word", "GREY SEAL");
        press("Change marking and code word");

        eventually(() -> play(id).plan().codeWord().equals("GREY SEAL"));
        eventually(() -> says("code word GREY SEAL") && !says("BLUE HERON"));
    }

    @Test
    void whoeverChangesTheMarkingSecondIsToldWhatItIsNowAndReplacesItOnlyKnowingly() {
        ExerciseId id = aPlannedExercise();
        navigate(PlanView.class, Map.of("id", id.toString()));
        press("Change…");
        write("Code word", "GREY SEAL");
        Marking first = new Marking("OFFICIAL-SENSITIVE", "RED KITE");
        done(safety.changeMarking(
                caller("director"), id, ClientId.random(), play(id).plan().marked(), first));

        press("Change marking and code word");
        eventually(() -> says("it is now OFFICIAL-SENSITIVE, code word RED KITE"));
        assertThat(play(id).plan().marked()).isEqualTo(first);

        press("Change marking and code word");
        eventually(() -> play(id).plan().codeWord().equals("GREY SEAL"));
        eventually(() -> says("code word GREY SEAL"));
    }

    @Test
    void aCodeIsReplacedOnceThoughTheButtonIsPressedTwice() {
        ExerciseId id = aPlannedExercise();
        List<JoinCode> before = joining.codes(caller("director"), id);
        navigate(PlanView.class, Map.of("id", id.toString()));
        find(Button.class).withText("Replace code…").all().getFirst().click();
        Button replace = find(Button.class).withText("Replace code").single();
        replace.click();
        replace.click();

        List<JoinCode> after = joining.codes(caller("director"), id);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after).filteredOn(before::contains).hasSize(before.size() - 1);
    }

    @Test
    void anEvaluatorSeesWhoRunsItButNoCodes() {
        ExerciseId id = aPlannedExercise();
        signIn("evaluator");
        navigate(PlanView.class, Map.of("id", id.toString()));

        assertThat(pageText()).contains("G. Price");
        assertThat(find(JoinSheet.class).exists()).isFalse();
        assertThat(offers("Add person")).isFalse();
    }

    @Test
    void whoHasNoPartSeesNothingOfIt() {
        ExerciseId id = aPlannedExercise();
        signIn("assessor");
        navigate(PlanView.class, Map.of("id", id.toString()));

        assertThat(pageText()).contains("Not your exercise").doesNotContain("BLUE HERON");
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        navigate(PlanView.class, Map.of("id", "nonsense"));

        assertThat(pageText()).contains("No such exercise").contains("See your exercises");
    }

    private ExerciseId planned(String title) {
        return conduct.exercises(caller("director")).stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .map(ExerciseSummary::id)
                .orElseThrow();
    }
}
