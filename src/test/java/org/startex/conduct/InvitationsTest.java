package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseId;
import org.startex.mail.CalendarEntry;
import org.startex.mail.Enclosure;
import org.startex.mail.Letter;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.people.PlannedEntry;
import org.startex.people.PlannedPerson;

/** What invitations say, and who still needs one. */
class InvitationsTest {
    private static final Plan PLAN = Played.plan(1);
    private static final MailAddress ADDRESS = new MailAddress("m.okafor@example.org");
    private static final Instant MADE = PLAN.plannedFor().minusSeconds(86_400);
    private static final UUID PERSON = UUID.randomUUID();
    private static final ExerciseId EXERCISE = ExerciseId.random();

    private static PlannedPerson okafor(int links, @Nullable Instant made) {
        return new PlannedPerson(
                PERSON,
                new PlannedEntry("M. Ókafor", "Borough council", ADDRESS.value(), Played.REST_CENTRE, "lead"),
                links,
                made,
                null);
    }

    private static PersonalLink link(int links) {
        return new PersonalLink(okafor(links, MADE), URI.create("https://startex.example/play/i#secret"));
    }

    private static Invitations invitations(String words) {
        return new Invitations(EXERCISE, PLAN, words, URI.create("mailto:exercises@startex.example"));
    }

    @Test
    void theMailSaysExerciseFirstAndLastAndAllThatSomebodyNeeds() {
        Letter letter = invitations("Park behind the fire station.").letter(link(1), ADDRESS);
        assertThat(letter.subject()).startsWith("EXERCISE: invitation to Test exercise, ");
        List<String> lines = letter.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("EXERCISE · OFFICIAL · Test exercise · code word BLUE HERON · EXERCISE")
                .isEqualTo(lines.getLast());
        assertThat(letter.body())
                .contains("Dear M. Ókafor", "As: Rest centre, Manager", "For: Borough council")
                .contains("https://startex.example/play/i#secret")
                .contains("Park behind the fire station.", "Bring a phone");
        assertThat(letter.simulated()).as("real, and no part of play").isFalse();
        assertThat(letter.secret()).isTrue();
        assertThat(letter.enclosures()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("EXERCISE-invitation-M-Okafor.ics");
            assertThat(new String(((Enclosure.Whole) file).content(), StandardCharsets.UTF_8))
                    .startsWith("BEGIN:VCALENDAR\r\n");
        });
    }

    @Test
    void aNewerLinkReplacesTheEntryInTheCalendarAndAnotherPersonHasAnother() {
        CalendarEntry first = invitations("").entry(link(1));
        CalendarEntry second = invitations("").entry(link(2));
        assertThat(second.uid()).isEqualTo(first.uid()).contains(EXERCISE.toString(), PERSON.toString());
        assertThat(first.sequence()).isZero();
        assertThat(second.sequence()).isEqualTo(1);
        assertThat(first.from()).isEqualTo(PLAN.plannedFor());
        assertThat(first.to()).isEqualTo(PLAN.plannedFor().plus(PLAN.length().toDuration()));
        assertThat(first.summary()).isEqualTo("EXERCISE: Test exercise (OFFICIAL)");
        assertThat(first.description()).contains("https://startex.example/play/i#secret", "Bring a phone");
    }

    @Test
    void aLinkIsNotToldWhereItIsNotMeant() {
        assertThat(link(1).toString()).doesNotContain("secret");
        assertThat(invitations("").letter(link(1), ADDRESS).toString()).doesNotContain("secret");
    }

    private static Posted mail(Posted.State state, Instant written) {
        boolean waits = state == Posted.State.WAITING;
        return new Posted("k" + written, "m", ADDRESS, "x", state, 1, written, written, "", waits ? null : written);
    }

    private static Invited.State state(PlannedPerson person, Posted... mails) {
        return Invited.of(person, false, List.of(mails), ADDRESS::equals).state();
    }

    @Test
    void whoHasNoInvitationThatOpensIsSentOne() {
        PlannedPerson linked = okafor(2, MADE);
        assertThat(state(okafor(0, null))).isEqualTo(Invited.State.TO_SEND);
        assertThat(state(linked)).as("a link on paper").isEqualTo(Invited.State.TO_SEND);
        assertThat(state(linked, mail(Posted.State.SENT, MADE.minusSeconds(5))))
                .as("its link has ended")
                .isEqualTo(Invited.State.TO_SEND);
        assertThat(state(linked, mail(Posted.State.WITHDRAWN, MADE))).isEqualTo(Invited.State.TO_SEND);
        assertThat(state(linked, mail(Posted.State.WITHDRAWN, MADE.minusSeconds(5)), mail(Posted.State.SENT, MADE)))
                .isEqualTo(Invited.State.SENT);
        assertThat(state(linked, mail(Posted.State.WAITING, MADE))).isEqualTo(Invited.State.WAITING);
        assertThat(state(linked, mail(Posted.State.FAILED, MADE))).isEqualTo(Invited.State.FAILED);
    }

    @Test
    void whoCannotOrNeedNotBeSentOneIsTold() {
        PlannedPerson elsewhere = new PlannedPerson(
                PERSON, new PlannedEntry("B. Ash", "Police", "b@x.example", Played.TACTICAL, ""), 0, null, null);
        PlannedPerson without =
                new PlannedPerson(PERSON, new PlannedEntry("C. Lee", "Police", "", Played.TACTICAL, ""), 0, null, null);
        assertThat(state(elsewhere)).isEqualTo(Invited.State.NOT_ALLOWED);
        assertThat(state(without)).isEqualTo(Invited.State.NO_ADDRESS);
        assertThat(Invited.of(okafor(1, MADE), true, List.of(), ADDRESS::equals).state())
                .isEqualTo(Invited.State.JOINED);
    }
}
