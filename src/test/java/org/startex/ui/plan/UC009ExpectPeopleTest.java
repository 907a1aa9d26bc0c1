package org.startex.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.StreamResourceRegistry;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InvitationService;
import org.startex.conduct.PlannedPeopleService;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.people.PlannedPerson;
import org.startex.ui.StaffScreenTest;

class UC009ExpectPeopleTest extends StaffScreenTest {
    private static final String LIST = "One line for each person: name, organisation, cell, role, mail";

    @Autowired
    PlannedPeopleService expected;

    @Autowired
    InvitationService invitations;

    @Test
    void aPastedListIsMendedThenAddedAndEachGetsALink() {
        ExerciseId id = aPlannedExercise();
        navigate(PlanView.class, Map.of("id", id.toString()));
        assertThat(pageText()).contains("Nobody is entered yet.");

        TextArea list = find(TextArea.class).withLabel(LIST).single();
        list.setValue("M. Okafor,Borough council,Rest centre\nB. Ash,Police,Gold");
        press("Check the list");
        assertThat(pageText())
                .contains("One thing is to be mended")
                .contains("Line 2")
                .contains("“Gold”");
        assertThat(offers("Add 1 person")).isFalse();

        list.setValue("M. Okafor,Borough council,Rest centre");
        press("Check the list");
        press("Add 1 person");
        assertThat(expected.people(caller("director"), id)).hasSize(1);
        assertThat(pageText()).contains("1 person was added.").contains("No link yet");

        press("Make link");
        assertThat(pageText()).contains("Has a link").contains("shown until you leave this page");
        assertThat(expected.people(caller("director"), id).getFirst().hasLink()).isTrue();
    }

    @Test
    void onePersonIsAddedAndWhatIsMissingIsToldAtItsField() {
        ExerciseId id = aPlannedExercise();
        navigate(PlanView.class, Map.of("id", id.toString()));
        write("Name", "M. Okafor");
        press("Add to the list");
        assertThat(expected.people(caller("director"), id)).isEmpty();
        write("Organisation", "Borough council");
        press("Add to the list");
        assertThat(expected.people(caller("director"), id)).hasSize(1);
        assertThat(pageText()).contains("M. Okafor is on the list.");
    }

    @Test
    void afterEndexWhatWasEnteredAboutPeopleIsOnlyRemoved() {
        ExerciseId id = aRunningExercise();
        expected.addAll(
                caller("director"), id, "A. Vane,Council,Rest centre,,vane@example.org\nB. Ash,Police,Tactical");
        done(conduct.end(caller("director"), id, ClientId.random(), ""));
        navigate(PlanView.class, Map.of("id", id.toString()));
        assertThat(pageText()).contains("vane@example.org", "nobody joins any more");
        assertThat(offers("Make link") || offers("Add to the list") || offers("Links for everybody…"))
                .isFalse();

        press("Remove everybody…");
        press("Remove everybody");
        assertThat(expected.people(caller("director"), id)).isEmpty();
        assertThat(pageText()).doesNotContain("vane@example.org");
    }

    @Test
    void linksForEverybodyAreMadeOnceAndToldWithWhatToDoWithoutAMailServer() {
        ExerciseId id = aPlannedExercise();
        expected.addAll(caller("director"), id, "A. Vane,Council,Rest centre\nB. Ash,Police,Tactical");
        navigate(PlanView.class, Map.of("id", id.toString()));
        assertThat(pageText()).contains("no mail server is set up");
        assertThat(offers("Send invitations…")).isFalse();

        press("Links for everybody…");
        press("Make links");
        assertThat(expected.people(caller("director"), id)).allMatch(PlannedPerson::hasLink);
        assertThat(pageText())
                .contains("2 personal links, shown until you leave this page")
                .contains("/play/i#")
                .contains("Download table (CSV)")
                .contains("Calendar file")
                .contains("This link is yours alone");
        theirSlipsAreMarkedAsTheExerciseIsNow();
        endedLinksAreNotShownAnyMore(id);
    }

    private void theirSlipsAreMarkedAsTheExerciseIsNow() {
        assertThat(find(PersonalSlip.class).all())
                .hasSize(2)
                .allMatch(slip -> text(slip).contains("BLUE HERON"));
        press("Change…");
        write("Code word", "GREY SEAL");
        press("Change marking and code word");
        eventually(() -> find(PersonalSlip.class).all().stream()
                .allMatch(slip -> text(slip).contains("GREY SEAL")));
        assertThat(find(PersonalSlip.class).all()).hasSize(2);
        assertThat(find(Anchor.class).withText("Calendar file").all())
                .hasSize(2)
                .allSatisfy(link -> assertThat(fetched(link)).contains("GREY SEAL"));
    }

    private static String fetched(Anchor link) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        StreamResourceRegistry.ElementStreamResource file = VaadinSession.getCurrent()
                .getResourceRegistry()
                .getResource(StreamResourceRegistry.ElementStreamResource.class, URI.create(link.getHref()))
                .orElseThrow();
        try {
            ((DownloadHandler) file.getElementRequestHandler())
                    .handleDownloadRequest(
                            new DownloadEvent(
                                    VaadinRequest.getCurrent(),
                                    VaadinResponse.getCurrent(),
                                    VaadinSession.getCurrent(),
                                    file.getOwner()) {
                                @Override
                                public OutputStream getOutputStream() {
                                    return content;
                                }
                            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return content.toString(StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String text(PersonalSlip slip) {
        return slip.getElement().getTextRecursively();
    }

    private void endedLinksAreNotShownAnyMore(ExerciseId id) {
        List<PlannedPerson> people = expected.people(caller("director"), id);
        invitations.newLinks(caller("director"), id, List.of(people.getFirst().id()));
        joins(id, TACTICAL, "C. Lee");
        eventually(() -> pageText().contains("1 personal link, shown"));
        assertThat(pageText()).doesNotContain("Personal link of A. Vane").contains("Personal link of B. Ash");

        expected.remove(caller("director"), id, people.getLast().id());
        joins(id, TACTICAL, "D. Kay");
        eventually(() -> !pageText().contains("/play/i#"));
        assertThat(pageText()).doesNotContain("This link is yours alone", "Download table");
    }
}
