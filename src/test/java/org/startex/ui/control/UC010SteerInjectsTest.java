package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.Delivered;
import org.startex.conduct.Handling;
import org.startex.conduct.InjectRow;
import org.startex.conduct.PassedOver;
import org.startex.conduct.SteeringService;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.StaffScreenTest;
import org.startex.ui.StoryClock;

/** A controller holds, releases, skips, puts back and moves injects that are to come, and takes the last act back. */
class UC010SteerInjectsTest extends StaffScreenTest {
    private static final InjectNumber ELEVEN = new InjectNumber("11");

    @Autowired
    private ExerciseTools tools;

    @Autowired
    private SteeringService steering;

    @Test
    void anInjectIsHeldByOnePressAndTheUndoReleasesIt() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        press("Hold");
        eventually(() -> handling(id).held().isPresent());
        eventually(() -> says("Inject 11 held."));
        assertThat(line("11").look()).isEqualTo("held");
        assertThat(pageText()).contains("Held by");

        press("Undo");
        eventually(() -> handling(id).fallsDue());
        eventually(() -> !offers("Undo"));
        assertThat(line("11").look()).isEqualTo("pending");
    }

    @Test
    void theButtonSaysWhatReleasingDoes() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        press("Hold");
        String due = scene(id).clock().minutes(handling(id).due());
        eventually(() -> offers("Release, due " + due));
        press("Release, due " + due);
        eventually(() -> handling(id).fallsDue());
        assertThat(play(id).delivered(ELEVEN)).isEmpty();
    }

    @Test
    void whatWaitsForAVoiceIsReleasedToBeSpokenAndNotSent() {
        ExerciseId id = aRunningExercise();
        InjectNumber spoken = new InjectNumber("16");
        done(steering.hold(caller("director"), id, ClientId.random(), spoken, ""));
        done(steering.jump(caller("director"), id, ClientId.random(), ExerciseTime.minutes(100), PassedOver.HOLD, ""));
        open(id);
        select("16");
        press("Release, to be spoken");
        eventually(() -> play(id).handling(spoken).orElseThrow().held().isEmpty());
        assertThat(play(id).delivered(spoken)).isEmpty();
        eventually(() -> offers("Undo"));
    }

    @Test
    void anInjectIsSkippedOnlyWithAReasonAndStandsStruckThroughUntilItIsPutBack() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        key("Skip inject 11", 0);
        press("Skip 11");
        assertThat(handling(id).skipped()).isEmpty();
        write("Why", "Tactical has asked already");
        press("Skip 11");
        eventually(() -> handling(id).skipped().isPresent());
        eventually(() -> says("Tactical has asked already"));
        assertThat(line("11").look()).isEqualTo("skipped");
        assertThat(offers("Send 11 now")).isFalse();
        assertThat(offers("Skipped 1")).as("the filter").isTrue();

        press(putBack(id));
        eventually(() -> handling(id).fallsDue());
        eventually(() -> offers("Send 11 now"));
        assertThat(offers("Skipped 0")).isFalse();
    }

    @Test
    void anInjectIsMovedByMinutesAndMovedBack() {
        ExerciseId id = aRunningExercise();
        ExerciseTime planned = play(id).plan().inject(ELEVEN).orElseThrow().due();
        open(id);
        select("11");
        key("Move inject 11", 1);
        test(find(TextField.class).withLabel("By how many minutes").single()).setValue("half an hour");
        press("Move 11");
        assertThat(handling(id).due()).isEqualTo(planned);
        test(find(TextField.class).withLabel("By how many minutes").single()).setValue("2:30");
        press("Move 11");
        eventually(() -> handling(id).due().micros() == planned.micros() + 150_000_000);
        eventually(() -> says("Inject 11 moved to"));
        assertThat(line("11").moved()).isEqualTo("+2:30");
        assertThat(pageText()).contains("Moved by +2:30");

        press("Undo");
        eventually(() -> handling(id).due().equals(planned));
    }

    @Test
    void anInjectCannotBeMovedBeforeNow() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        new InjectActs(tools, seq -> {}).move(scene(id), row("11"));
        test(find(TextField.class).withLabel("By how many minutes").single()).setValue("-999");
        assertThat(pageText()).contains("send it now");
        press("Move 11");
        eventually(() -> says("That time is past."));
        assertThat(handling(id).lastAct()).isEmpty();
    }

    @Test
    void theSecondOfTwoControllersIsToldWhoWasFirst() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        Button hold = find(Button.class).withText("Hold").single();
        done(steering.skip(caller("director"), id, ClientId.random(), ELEVEN, "No time"));
        hold.click();
        eventually(() ->
                says("Inject 11 is skipped already, by " + person("director").name()));
        assertThat(handling(id).held()).isEmpty();
    }

    @Test
    void anUndoThatCanNoLongerBeIsNotOffered() {
        ExerciseId id = aRunningExercise();
        open(id);
        select("11");
        press("Hold");
        eventually(() -> offers("Undo"));
        done(conduct.send(caller("director"), id, ClientId.random(), ELEVEN));
        eventually(() -> !offers("Undo"));
    }

    @Test
    void theRestIsPostponedAndBroughtBackAgain() {
        ExerciseId id = aRunningExercise();
        ExerciseTime planned = handling(id).due();
        open(id);
        new PostponeDialog(tools, scene(id), one(UndoStrip.class)).open();
        test(find(TextField.class).withLabel("By how many minutes").single()).setValue("20");
        assertThat(pageText()).contains("to come. The next,");
        press("Postpone the rest");
        eventually(() -> handling(id).due().micros() == planned.micros() + 1_200_000_000L);
        eventually(() -> says("The rest moved by +20:00."));
        press("Undo");
        eventually(() -> handling(id).due().equals(planned));
    }

    @Test
    @SuppressWarnings("unchecked")
    void theClockJumpsToATimeAndWhatIsPassedOverIsKeptHeld() {
        ExerciseId id = aRunningExercise();
        open(id);
        JumpDialog dialog = new JumpDialog(tools, scene(id), one(UndoStrip.class));
        dialog.open();
        var where = find(com.vaadin.flow.component.select.Select.class)
                .withLabel("To")
                .single();
        where.setValue(where.getListDataView().getItems().toList().getLast());
        press("Jump forward");
        assertThat(play(id).clock().elapsedAt(time.instant()).micros()).isLessThan(60_000_000L);
        write("Time", scene(id).clock().minutes(handling(id).due()));
        assertThat(pageText()).contains("passed over");
        press("Jump forward");
        eventually(() -> play(id).clock()
                        .elapsedAt(time.instant())
                        .compareTo(handling(id).due())
                >= 0);
        assertThat(play(id).toCome().getFirst().due()).isLessThan(handling(id).due());
        assertThat(play(id).delivered(ELEVEN)).as("due at that very time").isPresent();
        eventually(() -> says("let the clock jump"));
    }

    @Test
    void aTimeOfDayThatIsPastIsTomorrows() {
        LocalDateTime start = LocalDateTime.of(2026, 5, 14, 9, 0);
        assertThat(JumpDialog.next(
                        new StoryClock(start, ZoneId.of("Europe/London")),
                        ExerciseTime.minutes(60),
                        LocalTime.of(10, 30)))
                .isEqualTo(ExerciseTime.minutes(90));
        assertThat(JumpDialog.next(
                        new StoryClock(start, ZoneId.of("Europe/London")),
                        ExerciseTime.minutes(60),
                        LocalTime.of(6, 0)))
                .isEqualTo(ExerciseTime.minutes(21 * 60));
        assertThat(JumpDialog.next(
                        new StoryClock(start, ZoneId.of("Europe/London")),
                        ExerciseTime.minutes(60),
                        LocalTime.of(10, 0)))
                .as("now is not ahead")
                .isEqualTo(ExerciseTime.minutes(25 * 60));
    }

    @Test
    void anInjectThatPlayersHaveIsCorrectedAndThenRecalled() {
        ExerciseId id = aRunningExercise();
        done(conduct.send(caller("director"), id, ClientId.random(), ELEVEN));
        open(id);
        select("11");
        press("Correct 11…");
        press("Correct 11");
        eventually(() -> says("The text is as it was."));
        write("What it says instead", "The siren was heard after all.");
        press("Correct 11");
        eventually(() -> delivered(id).text().equals("The siren was heard after all."));
        eventually(() -> says("Corrected by"));
        assertThat(pageText()).contains("What it said before");

        press("Recall 11…");
        press("Recall 11");
        assertThat(delivered(id).recalled()).isEmpty();
        write("Why (players are not told)", "It belongs to another phase");
        press("Recall 11");
        eventually(() -> delivered(id).recalled().isPresent());
        eventually(() -> line("11").struck());
        assertThat(line("11").look()).isEqualTo("recalled");
        eventually(() -> !offers("Recall 11…"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anInjectThatIsToComeIsMadeToBeForOthersAndBack() {
        ExerciseId id = aRunningExercise();
        List<Addressee> before = handling(id).to();
        open(id);
        select("11");
        new AmendActs(tools, one(UndoStrip.class)).readdress(scene(id), row("11"));
        Addressee rest = new Addressee(new CellCode("rest-centre"), "");
        find(MultiSelectComboBox.class).withLabel("To").single().setValue(Set.of(rest));
        press("Change recipients of 11");
        eventually(() -> handling(id).to().equals(List.of(rest)));
        eventually(() -> says("Inject 11 is for"));
        press("Undo");
        eventually(() -> handling(id).to().equals(before));
    }

    private Delivered delivered(ExerciseId id) {
        return play(id).delivered(ELEVEN).orElseThrow();
    }

    private Handling handling(ExerciseId id) {
        return play(id).handling(ELEVEN).orElseThrow();
    }

    private String putBack(ExerciseId id) {
        return "Put back 11, due " + scene(id).clock().minutes(handling(id).due());
    }

    private void open(ExerciseId id) {
        navigate(ControlRoomView.class, Map.of("id", id.toString()));
    }

    private Scene scene(ExerciseId id) {
        return tools.scene(id).orElseThrow();
    }

    /** Presses the key of an act that stands in the menu. */
    private void key(String title, int which) {
        Div opener = find(Div.class).withClassName("key-opener").all().get(which);
        ComponentUtil.fireEvent(opener, new ClickEvent<>(opener));
        assertThat(pageText()).contains(title.replaceAll(".* ", ""));
    }

    private MselLine line(String number) {
        return lines().stream()
                .filter(line -> line.key().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private InjectRow row(String number) {
        return line(number).row();
    }

    @SuppressWarnings("unchecked")
    private List<MselLine> lines() {
        Grid<MselLine> grid = one(Grid.class);
        return grid.getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private void select(String number) {
        Grid<MselLine> grid = one(Grid.class);
        test(grid).clickRow(lines().stream().map(MselLine::key).toList().indexOf(number));
    }
}
