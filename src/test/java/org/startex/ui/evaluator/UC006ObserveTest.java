package org.startex.ui.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.Exercise;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.Met;
import org.startex.logbook.Observation;
import org.startex.logbook.ObservationDraft;
import org.startex.logbook.Rating;
import org.startex.people.Caller;
import org.startex.standards.Ksb;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.StaffScreenTest;

class UC006ObserveTest extends StaffScreenTest {
    private static final String SIREN = "Siren not heard in the north field";

    @Autowired
    private LogbookService logbook;

    @Autowired
    private RecordService record;

    @Autowired
    private StandardsCatalogue catalogue;

    @Test
    @SuppressWarnings("unchecked")
    void anInjectIsObservedByTappingAndSavedAfterTheCommit() {
        ExerciseId id = exerciseWithInject();
        long inject = inject(id);
        open(id);
        tap(SIREN);
        press("A. Rahman");
        first("Met").click();
        press("S: Performed with some challenges");
        Ksb wanted = catalogue.ksbs().getLast();
        ComboBox<Ksb> find = find(ComboBox.class).single();
        find.setValue(wanted);
        note("Asked the warden for a runner.");
        press("Record observation");

        eventually(() -> says("Saved as entry"));
        Observation observation = logbook.observations(caller("evaluator"), id).getFirst();
        assertThat(observation.fact().about()).isEqualTo(inject);
        assertThat(observation.fact().observed()).hasSize(1);
        assertThat(observation.fact().rating()).isEqualTo(new Rating("psmu", "S"));
        assertThat(observation.fact().ksbs()).containsExactly(wanted.code());
        assertThat(observation.fact().objectives())
                .isEqualTo(play(id).plan()
                        .inject(new InjectNumber("11"))
                        .orElseThrow()
                        .objectives());
        assertThat(observation.fact().checked())
                .singleElement()
                .satisfies(checked -> assertThat(checked.met()).isEqualTo(Met.MET));
        assertThat(observation.fact().words().note()).isEqualTo("Asked the warden for a runner.");
        assertThat(pageText()).contains("Saved as entry " + observation.seq() + ".");
    }

    @Test
    void whatIsBeingWrittenOutlivesAReload() {
        ExerciseId id = exerciseWithInject();
        open(id);
        tap(SIREN);
        press("A. Rahman");
        note("Half a thought");
        open(id);
        tap(SIREN);

        assertThat(one(TextArea.class, "Note: what you saw and heard").getValue())
                .isEqualTo("Half a thought");
        assertThat(pressed("A. Rahman")).isTrue();

        press("Record observation");
        eventually(() -> says("Saved as entry"));
        open(id);
        tap(SIREN);
        assertThat(one(TextArea.class, "Note: what you saw and heard").getValue())
                .isEmpty();
    }

    @Test
    void anObservationThatSaysNothingStaysOnThePage() {
        ExerciseId id = exerciseWithInject();
        open(id);
        tap(SIREN);
        press("Record observation");

        assertThat(one(TextArea.class, "Note: what you saw and heard").isInvalid())
                .isTrue();
        assertThat(logbook.observations(caller("evaluator"), id)).isEmpty();
    }

    @Test
    void aDecisionIsObservedWithItsMakerAndTheExpectedActionsOfItsInject() {
        ExerciseId id = aRunningExercise();
        Caller.Joined player = joins(id, TACTICAL, "B. Lind");
        done(conduct.send(caller("director"), id, ClientId.random(), new InjectNumber("11")));
        long decision = done(logbook.logDecision(
                player,
                id,
                ClientId.random(),
                new DecisionDraft(inject(id), List.of(), "Send two runners.", "No siren there.", "", "", List.of(), ""),
                time.instant()));
        signIn("evaluator");
        open(id);
        tap("Send two runners.");
        assertThat(pressed("B. Lind")).isTrue();
        first("Partly").click();
        press("Record observation");

        eventually(() -> says("Saved as entry"));
        Observation observation = logbook.observations(caller("evaluator"), id).getFirst();
        assertThat(observation.fact().about()).isEqualTo(decision);
        assertThat(observation.fact().observed()).containsExactly(player.participant());
    }

    @Test
    void coverageCountsAndOnesOwnAreListed() {
        ExerciseId id = exerciseWithInject();
        open(id);
        press("Coverage");
        assertThat(pageText()).contains("None yet");
        press("What happens");
        tap(SIREN);
        first("Not met").click();
        press("Record observation");
        eventually(() -> says("Saved as entry"));
        press("Coverage");
        eventually(() -> says("1 observation"));
        assertThat(pageText()).contains("Not met 1");
        press("My observations");
        assertThat(pageText()).contains("Observation 1 by P. Nair");
    }

    @Test
    void beforeStartexTheScreenSaysWhatComes() {
        ExerciseId id = aPlannedExercise();
        signIn("evaluator");
        open(id);

        assertThat(pageText()).contains("The exercise has not started.", "Observations are taken from STARTEX on.");
        assertThat(offers("Record observation")).isFalse();
    }

    @Test
    void afterEndexAReasonIsAskedForAndAfterTheSealNothingIsTaken() {
        ExerciseId id = exerciseWithInject();
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        open(id);
        tap(SIREN);
        note("Written on paper first.");
        press("Record observation");
        assertThat(one(TextArea.class, "Why it comes after ENDEX").isInvalid()).isTrue();
        one(TextArea.class, "Why it comes after ENDEX").setValue("The tablet was flat");
        press("Record observation");
        eventually(() -> says("Saved as entry"));
        assertThat(logbook.observations(caller("evaluator"), id))
                .singleElement()
                .satisfies(one -> assertThat(one.fact().late()).isTrue());

        done(conduct.seal(caller("director"), id, ClientId.random()));
        assertThat(exercise(id)).isInstanceOf(Exercise.Sealed.class);
        open(id);
        assertThat(pageText()).contains("The record is sealed.");
        assertThat(offers("Record observation")).isFalse();
    }

    @Test
    void anObserverReadsAndRecordsNothing() {
        ExerciseId id = exerciseWithInject();
        done(conduct.giveRole(
                caller("director"), id, ClientId.random(), person("assessor").person(), ExerciseRole.OBSERVER));
        signIn("assessor");
        open(id);
        tap(SIREN);

        assertThat(pageText()).contains("Evaluators, controllers and the director record observations.");
        assertThat(offers("Record observation")).isFalse();
    }

    @Test
    void onlyAnInjectOrADecisionIsItsSubject() {
        ExerciseId id = exerciseWithInject();
        open(id);
        var told = logbook.observe(
                        caller("evaluator"),
                        id,
                        ClientId.random(),
                        new ObservationDraft(
                                1L, List.of(), List.of(new KsbCode("K1")), List.of(), null, List.of(), "Seen", ""),
                        time.instant())
                .join();
        assertThat(told.toString()).contains("not-observable");
    }

    @Test
    void theRecordCarriesItAndStaysIntact() throws Exception {
        ExerciseId id = exerciseWithInject();
        open(id);
        done(logbook.observe(
                caller("evaluator"),
                id,
                ClientId.random(),
                new ObservationDraft(inject(id), List.of(), List.of(), List.of(), "P", List.of(), "Well led.", ""),
                time.instant()));
        var file = new StringWriter();
        record.export(caller("director"), id, file);
        assertThat(file.toString()).contains("observation-recorded", "Well led.");
        assertThat(record.verify(caller("director"), id).toString()).contains("NotSealed");
    }

    private ExerciseId exerciseWithInject() {
        ExerciseId id = aRunningExercise();
        done(conduct.send(caller("director"), id, ClientId.random(), new InjectNumber("11")));
        signIn("evaluator");
        return id;
    }

    private long inject(ExerciseId id) {
        return play(id).delivered(new InjectNumber("11")).orElseThrow().seq();
    }

    private EvaluatorView open(ExerciseId id) {
        return navigate(EvaluatorView.class, Map.of("id", id.toString()));
    }

    private void tap(String words) {
        test(find(NativeButton.class).all().stream()
                        .filter(button ->
                                button.getElement().getTextRecursively().contains(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private Button first(String caption) {
        return find(Button.class).withText(caption).all().getFirst();
    }

    private boolean pressed(String caption) {
        return "true"
                .equals(find(Button.class)
                        .withText(caption)
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"));
    }

    private void note(String text) {
        test(one(TextArea.class, "Note: what you saw and heard")).setValue(text);
    }

    private TextArea one(Class<TextArea> type, String label) {
        return find(type).withLabel(label).single();
    }
}
