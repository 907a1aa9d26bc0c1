package org.startex.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InjectSent;
import org.startex.conduct.RecordService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InjectNumber;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.MessageThread;
import org.startex.logbook.Party;
import org.startex.people.Caller;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.StaffScreenTest;

/** Two controllers at once: the record settles who was first. */
class TwoControllersTest extends StaffScreenTest {
    private static final InjectNumber FIVE = new InjectNumber("5");

    @Autowired
    RecordService records;

    @Autowired
    MessageService messages;

    @Autowired
    ExerciseTools tools;

    @Test
    void twoWhoSendWithinTenMillisecondsCauseOneInjectAndBothAreTold() {
        ExerciseId id = aRunningExercise();
        isDoneOnceByTwoAtOnce(id, who -> conduct.send(who, id, ClientId.random(), FIVE), "already-delivered");

        assertThat(records.read(caller("director"), id, 0, 1000))
                .filteredOn(entry ->
                        entry.fact() instanceof InjectSent sent && sent.number().equals(FIVE))
                .hasSize(1);
    }

    @Test
    void whoWritesAnAnswerIsToldThatAColleagueHasAnsweredAndTheButtonDoesNotTurnUnderTheirHand() {
        ExerciseId id = aPlannedExercise();
        Caller.Joined rahman = joins(id, TACTICAL, "A. Rahman");
        Caller colleague = caller("controller");
        done(conduct.giveRole(
                caller("director"), id, ClientId.random(), person("controller").person(), ExerciseRole.CONTROLLER));
        done(conduct.start(caller("director"), id, ClientId.random()));
        long request = done(messages.send(
                rahman,
                id,
                ClientId.random(),
                new MessageDraft(Party.BODY, "Highways control room", null, null, "Is Mill Lane open?"),
                time.instant()));
        UI.getCurrent().navigate("exercise/" + id);
        roundTrip();
        ThreadDialog dialog = dialog(id, request);
        dialog.open();
        roundTrip();
        assertThat(offers("Send answer")).isTrue();
        String label = "Answer as Highways control room. To decline, write the reason; the cell reads it";
        write(label, "It is open to the bridge.");

        done(messages.answer(colleague, id, ClientId.random(), request, "Closed since six."));
        dialog.show(scene(id), thread(id, request));
        roundTrip();
        String who = person("controller").name();
        assertThat(says(who + " has answered this request meanwhile, at ")).isTrue();
        assertThat(offers("Send answer")).isFalse();
        assertThat(offers("Send message")).isFalse();
        assertThat(find(TextArea.class).withLabel(label).single().getValue()).isEqualTo("It is open to the bridge.");
        assertThat(thread(id, request).messages()).as("nothing has been sent").hasSize(2);

        press("Keep my text");
        assertThat(offers("Send message")).isTrue();
        assertThat(says("has answered this request meanwhile")).isFalse();
        assertThat(find(TextArea.class).withLabel("Reply as control").single().getValue())
                .isEqualTo("It is open to the bridge.");
        press("Send message");
        eventually(() ->
                find(TextArea.class).withLabel("Reply as control").single().isEmpty());
        assertThat(thread(id, request).messages()).hasSize(3);
    }

    private ThreadDialog dialog(ExerciseId id, long request) {
        return new ThreadDialog(tools, messages, scene(id), thread(id, request));
    }

    private Scene scene(ExerciseId id) {
        return tools.scene(id).orElseThrow();
    }

    private MessageThread thread(ExerciseId id, long request) {
        return MessageThread.holding(MessageThread.of(play(id)), request).orElseThrow();
    }
}
