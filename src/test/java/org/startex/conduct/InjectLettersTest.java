package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Ruling;
import org.startex.mail.Enclosure;
import org.startex.mail.Letter;
import org.startex.mail.MailAddress;
import org.startex.mail.Passage;
import org.startex.mail.Posted;

/** Which mails an inject causes, and that nobody can take them for real. */
class InjectLettersTest {
    private static final Addressee TACTICAL = new Addressee(Played.TACTICAL, "");
    private static final Addressee POLICE = new Addressee(Played.TACTICAL, "police");
    private static final Addressee REST_CENTRE = new Addressee(Played.REST_CENTRE, "");
    private static final MailAddress CELL = new MailAddress("tactical@example.org");
    private static final MailAddress OFFICER = new MailAddress("officer@example.org");
    private static final MailAddress CENTRE = new MailAddress("centre@example.org");
    private static final List<MailBox> BOXES = List.of(
            new MailBox(TACTICAL, CELL),
            new MailBox(POLICE, OFFICER),
            new MailBox(POLICE, CELL),
            new MailBox(REST_CENTRE, CENTRE));

    private final Played played = Played.running(0);

    private LedgerEntry sends(Channel channel, String title, Addressee... to) {
        Ruling ruling = played.does(new ExerciseCommand.SendAdHocInject(
                played.director,
                new AdHocInject(
                        title, "Environment Agency", List.of(to), channel, "The river **rises**.\n\nTwo hours.")));
        assertThat(ruling).isInstanceOf(Ruling.Accepted.class);
        return played.record.getLast();
    }

    private List<Letter> letters(LedgerEntry entry) {
        return InjectLetters.delivered(played.play(), entry, (InjectDelivered) entry.fact(), BOXES);
    }

    @Test
    void everyMailSaysExerciseFirstAndLast() {
        Letter letter =
                letters(sends(Channel.MAIL, "Flood warning", REST_CENTRE)).getFirst();
        assertThat(letter.subject()).isEqualTo("EXERCISE: Flood warning");
        assertThat(letter.simulated()).isTrue();
        List<String> lines = letter.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("EXERCISE · OFFICIAL · Test exercise · code word BLUE HERON · EXERCISE")
                .isEqualTo(lines.getLast());
        assertThat(letter.body())
                .contains("From: Environment Agency\nTo: Rest centre\n")
                .contains("Thursday 14 May 2026, 09:00")
                .contains("The river **rises**.\n\nTwo hours.");
    }

    @Test
    void onlyInjectsOfTheChannelMailLeave() {
        assertThat(Stream.of(Channel.values())
                        .filter(channel -> !letters(sends(channel, "Title " + channel, REST_CENTRE))
                                .isEmpty()))
                .containsExactly(Channel.MAIL);
    }

    private static FileRef file(String name, String type, int bytes) {
        return new FileRef(name, type, bytes, "ab".repeat(32));
    }

    @Test
    void filesGoWithTheMailAsLongAsTheyFitAndMapsStayOnThePage() {
        FileRef picture = file("smoke.jpg", "image/jpeg", 6_000_000);
        FileRef map = file("points.geojson", "application/geo+json", 1_000);
        FileRef film = file("film.mp4", "video/mp4", 4_000_001);
        FileRef plan = file("plan.pdf", "application/pdf", 4_000_000);
        LedgerEntry entry = sends(Channel.MAIL, "Pictures", REST_CENTRE);
        InjectSent sent = (InjectSent) entry.fact();
        InjectSent withFiles = new InjectSent(
                sent.number(),
                sent.channel(),
                sent.to(),
                sent.adHoc(),
                new DeliveredWords(
                        sent.words().title(),
                        sent.words().from(),
                        sent.words().text(),
                        List.of(picture, map, film, plan)));
        Letter letter =
                InjectLetters.delivered(played.play(), entry, withFiles, BOXES).getFirst();
        assertThat(letter.enclosures())
                .containsExactly(
                        new Enclosure.Stored("smoke.jpg", "image/jpeg", "ab".repeat(32)),
                        new Enclosure.Stored("plan.pdf", "application/pdf", "ab".repeat(32)));
        assertThat(letter.body())
                .contains("Files with this mail: smoke.jpg, plan.pdf\n")
                .contains("Files, on your page of the exercise: points.geojson, film.mp4\n");
    }

    @Test
    void whoseAddressWasAddedSinceIsSentWhatTheInjectSaysNowOnceAndNothingThatWasRecalled() {
        LedgerEntry entry = sends(Channel.MAIL, "Flood warning", TACTICAL);
        List<Posted> before = List.of(
                new Posted("k", "m", OFFICER, "x", Posted.State.SENT, 1, played.now, played.now, "", played.now));
        played.does(new ExerciseCommand.CorrectInject(played.director, entry.seq(), 0, "Three hours.", "Misread"));
        Letter late = late(entry, before).getFirst();
        assertThat(late(entry, before)).extracting(Letter::to).containsExactly(CELL);
        assertThat(late.key()).isEqualTo(letters(entry).getFirst().key());
        assertThat(late.body()).contains("Three hours.").doesNotContain("Two hours.");
        assertThat(late.written()).as("it is tried as long as any other").isEqualTo(played.now);

        played.does(new ExerciseCommand.RecallInject(played.director, entry.seq(), "Wrong cell"));
        assertThat(late(entry, before)).isEmpty();
        assertThat(late(sends(Channel.PHONE, "A call", TACTICAL), List.of())).isEmpty();
    }

    private List<Letter> late(LedgerEntry entry, List<Posted> before) {
        return InjectLetters.late(
                played.play(), entry, played.play().delivered(entry.seq()).orElseThrow(), BOXES, before, played.now);
    }

    @Test
    void aCellsInjectGoesToEveryAddressOfTheCellOnce() {
        assertThat(letters(sends(Channel.MAIL, "Title", TACTICAL, POLICE)))
                .extracting(Letter::to)
                .containsExactlyInAnyOrder(CELL, OFFICER);
    }

    @Test
    void aRolesInjectGoesToTheRoleAndFallsToTheCellOnlyAsOnThePage() {
        assertThat(InjectLetters.recipients(List.of(POLICE), new Audience.Addressees(Set.of(TACTICAL)), BOXES))
                .as("the role has addresses of its own")
                .containsExactlyInAnyOrder(OFFICER, CELL);
        List<MailBox> cellAlone = List.of(new MailBox(TACTICAL, CELL), new MailBox(REST_CENTRE, CENTRE));
        assertThat(InjectLetters.recipients(List.of(POLICE), new Audience.Addressees(Set.of(TACTICAL)), cellAlone))
                .as("nobody holds the role")
                .containsExactly(CELL);
        assertThat(InjectLetters.recipients(List.of(POLICE), new Audience.Addressees(Set.of(POLICE)), cellAlone))
                .as("somebody holds the role, and reads it on the page")
                .isEmpty();
    }

    @Test
    void theSameEntryAndAddressMakeTheSameKey() {
        LedgerEntry entry = sends(Channel.MAIL, "Title", TACTICAL);
        assertThat(letters(entry))
                .extracting(Letter::key)
                .isEqualTo(letters(entry).stream().map(Letter::key).toList());
        assertThat(letters(entry)).extracting(Letter::key).doesNotHaveDuplicates();
    }

    @Test
    void nothingThatSomebodyWroteBecomesAHeader() {
        assertThat(InjectLetters.oneLine("Flood\r\nBcc: everybody@example.org\u2028now\u0000"))
                .isEqualTo("Flood Bcc: everybody@example.org now");
        assertThat(InjectLetters.oneLine("x".repeat(500)))
                .hasSize(Letter.LONGEST_SUBJECT)
                .endsWith("…");
        Letter letter =
                letters(sends(Channel.MAIL, "y".repeat(120), REST_CENTRE)).getFirst();
        assertThat(letter.subject()).startsWith("EXERCISE: yyy");
    }

    @Test
    void aCorrectionFollowsToWhoeverWasToHaveTheInject() {
        LedgerEntry inject = sends(Channel.MAIL, "Flood warning", TACTICAL);
        played.does(new ExerciseCommand.CorrectInject(played.director, inject.seq(), 0, "Four hours.", "A slip"));
        List<Letter> letters = amended(
                mail(inject, CELL, Posted.State.SENT, 1),
                mail(inject, OFFICER, Posted.State.FAILED, 1),
                mail(inject, CENTRE, Posted.State.WITHDRAWN, 0));
        assertThat(letters).extracting(Letter::to).containsExactlyInAnyOrder(CELL, OFFICER);
        assertThat(letters).extracting(Letter::subject).containsOnly("EXERCISE CORRECTION: Flood warning");
        assertThat(letters.getFirst().body()).contains("Four hours.").doesNotContain("Two hours", "A slip");
        assertThat(letters.getFirst().matter()).isEqualTo(InjectLetters.matter(inject.seq()));
        assertThat(letters.getFirst().body().lines().toList().getLast()).startsWith("EXERCISE");
    }

    @Test
    void aRecallFollowsToWhoeverHasOrMayHaveTheInject() {
        LedgerEntry inject = sends(Channel.MAIL, "Flood warning", TACTICAL);
        played.does(new ExerciseCommand.RecallInject(played.director, inject.seq(), "Wrong cell"));
        List<Letter> letters = amended(
                mail(inject, CELL, Posted.State.SENT, 1),
                mail(inject, OFFICER, Posted.State.WITHDRAWN, 0),
                mail(inject, CENTRE, Posted.State.WITHDRAWN, 1));
        assertThat(letters).extracting(Letter::to).containsExactlyInAnyOrder(CELL, CENTRE);
        assertThat(letters).extracting(Letter::subject).containsOnly("EXERCISE RECALLED: Flood warning");
        assertThat(letters.getFirst().body()).doesNotContain("Wrong cell", "Two hours");
    }

    private List<Letter> amended(Posted... before) {
        LedgerEntry entry = played.record.getLast();
        return InjectLetters.amended(played.play(), entry, (InjectAmended) entry.fact(), List.of(before));
    }

    private static Posted mail(LedgerEntry inject, MailAddress to, Posted.State state, int attempts) {
        return new Posted(
                "%012d %s".formatted(inject.seq(), to),
                "inject",
                to,
                "x",
                state,
                attempts,
                Played.START,
                Played.START,
                "",
                state == Posted.State.WAITING ? null : Played.START);
    }

    @Test
    void nothingLeavesDuringARealIncidentOrAfterEndex() {
        assertThat(NoDuffPostGate.passage(played.state)).isEqualTo(Passage.OPEN);
        played.does(new ExerciseCommand.StopForRealIncident(played.director, "A real collapse", played.now));
        assertThat(NoDuffPostGate.passage(played.state)).isEqualTo(Passage.HELD);
        played.does(new ExerciseCommand.ClearRealIncident(played.director, "Taken care of"));
        assertThat(NoDuffPostGate.passage(played.state)).as("cleared").isEqualTo(Passage.HELD);
        played.does(new ExerciseCommand.ResumeExercise(played.director));
        assertThat(NoDuffPostGate.passage(played.state)).isEqualTo(Passage.OPEN);
        played.does(new ExerciseCommand.PauseExercise(played.director, "Lunch"));
        assertThat(NoDuffPostGate.passage(played.state)).as("merely paused").isEqualTo(Passage.OPEN);
        played.does(new ExerciseCommand.EndExercise(played.director, "Done"));
        assertThat(NoDuffPostGate.passage(played.state)).isEqualTo(Passage.CLOSED);
    }

    @Test
    void anAddressOfAnotherCellHearsNothing() {
        assertThat(letters(sends(Channel.MAIL, "Title", REST_CENTRE)))
                .extracting(Letter::to)
                .containsExactly(CENTRE);
        assertThat(InjectLetters.recipients(
                        List.of(new Addressee(new CellCode("press"), "")), Audience.EVERYONE, BOXES))
                .isEmpty();
    }
}
