package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.CellPeople;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Pace;
import org.startex.conduct.Place;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.people.Caller;
import org.startex.ui.ExerciseTools;
import org.startex.ui.NoDuffScreen;
import org.startex.ui.Scene;
import org.startex.ui.StaffScreenTest;

class UC002RunExerciseTest extends StaffScreenTest {
    @Autowired
    private ExerciseTools tools;

    @Test
    void startexIsGivenOnceAndToldAfterTheCommit() {
        ExerciseId id = aPlannedExercise();
        open(id);
        assertThat(offers("Pause")).isFalse();
        press("STARTEX");

        eventually(() -> exercise(id) instanceof Exercise.Running);
        eventually(() -> says("Saved as entry"));
        assertThat(offers("STARTEX")).isFalse();
        assertThat(offers("Pause")).isTrue();
    }

    @Test
    void aPressedPauseStandsAndTheButtonThenResumes() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("Pause");
        eventually(() -> exercise(id) instanceof Exercise.Paused);
        eventually(() -> offers("Resume"));
        press("Resume");
        eventually(() -> exercise(id) instanceof Exercise.Running);
    }

    @Test
    void aPaceOutsideOneToTenThousandIsRefusedInItsDialog() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("Pace…");
        one(IntegerField.class).setValue(10_001);
        press("Change pace");
        assertThat(play(id).clock().pace().percent()).isEqualTo(100);
        assertThat(one(IntegerField.class).isInvalid()).isTrue();

        one(IntegerField.class).setValue(6_000);
        press("Change pace");
        eventually(() -> play(id).clock().pace().percent() == 6_000);
        eventually(() -> says("Pace 6,000%"));
    }

    @Test
    void theSelectedInjectIsSentBeforeItsTime() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        assertThat(pageText()).contains("Siren not heard in the north field");
        press("Send 11 now");

        eventually(() -> play(id).delivered(new InjectNumber("11")).isPresent());
        eventually(() -> says("Sent to 1 person"));
        eventually(() -> !offers("Send 11 now"));
        assertThat(play(id).delivered(new InjectNumber("11")).map(Delivered::byHand))
                .contains(true);
    }

    @Test
    void aCellThatIsOpenStaysOpenAndItsLinesStayWhenSomebodyElseJoins() {
        ExerciseId id = aRunningExercise();
        open(id);
        details("Tactical").setOpened(true);
        MenuBar acts = acts("A. Rahman");

        joins(id, TACTICAL, "S. Lindqvist");
        eventually(() -> says("S. Lindqvist"));
        assertThat(details("Tactical").isOpened()).isTrue();
        assertThat(acts("A. Rahman"))
                .as("a click on its way finds what it was meant for")
                .isSameAs(acts);
    }

    private Details details(String cell) {
        return find(Details.class).all().stream()
                .filter(each ->
                        each.getSummary().getElement().getTextRecursively().contains(cell))
                .findFirst()
                .orElseThrow();
    }

    private MenuBar acts(String who) {
        return find(MenuBar.class).all().stream()
                .filter(each -> ("Acts for " + who).equals(each.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoCellsOfOneNameAreTwoGroups() {
        ExerciseId id = aPlannedExercise();
        navigate(ControlRoomView.class, Map.of("id", id.toString()));
        Scene scene = tools.scene(id).orElseThrow();
        PeoplePanel panel = new PeoplePanel(tools, seq -> {});
        panel.show(
                scene,
                List.of(
                        new CellPeople(new Place(new CellCode("police"), "Tactical", List.of()), false, List.of(), 0),
                        new CellPeople(new Place(new CellCode("fire"), "Tactical", List.of()), false, List.of(), 0)));
        assertThat(panel.getElement().getTextRecursively()).containsPattern("Tactical.*Tactical");
    }

    @Test
    void theNextInjectIsSentFromItsOwnLine() {
        ExerciseId id = aRunningExercise();
        InjectNumber next = play(id).pending().getFirst().number();
        open(id);
        test(find(Button.class)
                        .withAriaLabelContaining("Send now: inject " + next + ",")
                        .single())
                .click();

        eventually(() -> play(id).delivered(next).isPresent());
    }

    @Test
    void twoControllersWhoSendTheSameGetOneInjectAndOneRefusal() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        Button send = find(Button.class).withText("Send 11 now").single();
        done(conduct.send(caller("director"), id, ClientId.random(), new InjectNumber("11")));
        send.click();

        eventually(
                () -> says("Inject 11 is sent already, by " + person("director").name()));
        assertThat(play(id).delivered().stream().filter(d -> d.number().value().equals("11")))
                .hasSize(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anInjectWrittenOnTheSpotReachesItsCell() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("Write an inject");
        press("Send to players");
        eventually(() -> says("Needed.") || says("field"));
        assertThat(play(id).delivered().stream().anyMatch(Delivered::adHoc)).isFalse();

        write("Title", "A second tanker");
        write("From, in the story", "Fire control");
        find(MultiSelectComboBox.class).withLabel("To").single().setValue(Set.of(new Addressee(TACTICAL, "")));
        write("Text", "A second **tanker** stands at the gate.");
        press("Send to players");

        eventually(() -> play(id).delivered().stream().anyMatch(Delivered::adHoc));
        assertThat(play(id).delivered().stream()
                        .filter(Delivered::adHoc)
                        .findFirst()
                        .orElseThrow()
                        .words()
                        .title())
                .isEqualTo("A second tanker");
    }

    @Test
    void aPlayerWhoWaitsIsAdmittedAndAnotherEjectedOnlyWithAReason() {
        ExerciseId id = aRunningExercise();
        Caller.Joined waiting = joins(id, null, "D. Okonkwo");
        open(id);
        assertThat(pageText()).contains("1 to admit");
        test(find(Button.class).withAriaLabel("Admit… D. Okonkwo").single()).click();
        press("Admit D. Okonkwo");
        eventually(() ->
                play(id).member(waiting.participant()).filter(Member::admitted).isPresent());

        PersonActs acts = new PersonActs(tools, seq -> {});
        acts.eject(scene(id), play(id).member(waiting.participant()).orElseThrow());
        press("Eject D. Okonkwo");
        assertThat(pageText()).contains("Eject D. Okonkwo");
        assertThat(play(id).member(waiting.participant()).filter(Member::ejected))
                .isEmpty();
        write("Why", "Left the site");
        press("Eject D. Okonkwo");
        eventually(() ->
                play(id).member(waiting.participant()).filter(Member::ejected).isPresent());
    }

    @Test
    void noDuffTurnsEveryScreenRedAndIsClearedInTwoStepsWithAReason() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("No duff…");
        press("Stop play for a real incident");
        assertThat(exercise(id)).isInstanceOf(Exercise.Running.class);
        write("What has really happened, and where", "Adult collapsed at the main door");
        press("Stop play for a real incident");

        eventually(() -> exercise(id) instanceof Exercise.Stopped);
        eventually(() -> find(NoDuffScreen.class).exists());
        assertThat(pageText()).contains("Adult collapsed at the main door").contains("G. Price");
        press("Clear and stay paused…");
        assertThat(exercise(id)).isInstanceOf(Exercise.Stopped.class);
        write("Why is it safe to go on?", "Ambulance crew has the patient");
        press("Clear and stay paused…");
        press("Clear and stay paused");

        eventually(() -> exercise(id) instanceof Exercise.Paused);
        eventually(() -> !find(NoDuffScreen.class).exists());
    }

    @Test
    void endexSaysWhatIsOpenAndRepeatsTheActOnItsButton() {
        ExerciseId id = aRunningExercise();
        open(id);
        press("End exercise…");
        assertThat(pageText()).contains("injects have not been sent");
        press("End exercise");

        eventually(() -> exercise(id) instanceof Exercise.Closing);
        eventually(() -> !offers("End exercise…"));
    }

    @Test
    void anEvaluatorSeesEverythingAndCanOnlyCallNoDuff() {
        ExerciseId id = aRunningExercise();
        joins(id, null, "W. Aiting");
        signIn("evaluator");
        open(id);
        select("11");

        assertThat(pageText()).contains("Siren not heard in the north field");
        for (String act : new String[] {
            "STARTEX",
            "Pause",
            "Resume",
            "Pace…",
            "End exercise…",
            "Write an inject",
            "Send 11 now",
            "Send now",
            "Admit…"
        }) {
            assertThat(offers(act)).as(act).isFalse();
        }
        assertThat(offers("No duff…")).isTrue();
    }

    @Test
    void whatFallsDueStandsInTheListByItself() {
        ExerciseId id = aRunningExercise();
        ControlRoomView room = open(id);
        done(conduct.changePace(caller("director"), id, ClientId.random(), new Pace(6_000)));
        pass(Duration.ofSeconds(8));
        eventually(() -> play(id).delivered(new InjectNumber("2")).isPresent());
        room.show(scene(id));

        assertThat(lines().stream().map(MselLine::key)).containsSubsequence("1", "2", MselLine.NOW, "3");
    }

    private ControlRoomView open(ExerciseId id) {
        return navigate(ControlRoomView.class, Map.of("id", id.toString()));
    }

    private Scene scene(ExerciseId id) {
        return tools.scene(id).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<MselLine> lines() {
        Grid<MselLine> grid = one(Grid.class);
        return grid.getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private void select(String number) {
        Grid<MselLine> grid = one(Grid.class);
        int row = lines().stream().map(MselLine::key).toList().indexOf(number);
        test(grid).clickRow(row);
    }
}
