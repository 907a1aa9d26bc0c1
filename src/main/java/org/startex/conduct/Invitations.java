package org.startex.conduct;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.mail.CalendarEntry;
import org.startex.mail.Letter;
import org.startex.mail.MailAddress;
import org.startex.people.PlannedPerson;

/**
 * What an invitation to play says, as a mail and as an entry in a calendar. Both say EXERCISE with the exercise's marking and code word. Pure.
 *
 * @param words the controllers' own: where to come, what to bring; or empty
 * @param organiser whom calendars name as sender
 */
record Invitations(ExerciseId exercise, Plan plan, String words, URI organiser) {
    private static final Texts TEXTS = Texts.of("invitation");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(TEXTS.get("day"), Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(TEXTS.get("time"), Locale.UK);

    /** What stands in a preview where the link will be. */
    static final String HIDDEN = TEXTS.get("link.hidden");

    /** How the matters of all invitations begin. */
    static final String MATTER = "invitation ";

    /** Groups the invitations of one person. */
    static String matter(UUID person) {
        return MATTER + person;
    }

    /** The subject of everybody's mail. */
    String subject() {
        return InjectLetters.oneLine(TEXTS.get("subject", plan.title(), DAY.format(begins())));
    }

    /** What the mail says. */
    String body(PlannedPerson person, String link) {
        List<String> parts = new ArrayList<>(List.of(
                InjectLetters.mark(plan),
                TEXTS.get("dear", person.entry().name()),
                TEXTS.get("what", InjectLetters.oneLine(plan.title())),
                facts(person)));
        if (!words.isBlank()) {
            parts.add(words.strip());
        }
        parts.add(TEXTS.get("link", link, until(person)));
        parts.add(TEXTS.get("bring"));
        parts.add(TEXTS.get("calendar"));
        parts.add(InjectLetters.mark(plan));
        return String.join("\n\n", parts) + "\n";
    }

    /** The mail, written in the moment in which its link was made. */
    Letter letter(PersonalLink made, MailAddress to) {
        PlannedPerson person = made.person();
        Instant written = made(person);
        return new Letter(
                exercise.value(),
                matter(person.id()) + " " + person.links(),
                matter(person.id()),
                to,
                subject(),
                body(person, made.link().toString()),
                false,
                true,
                written,
                List.of(entry(made).file(fileName(person))));
    }

    /** The entry in the person's calendar: the same for ever, and newer with each link that they are given. The date of an exercise does not change once it is planned. */
    CalendarEntry entry(PersonalLink made) {
        PlannedPerson person = made.person();
        List<String> parts = new ArrayList<>(List.of(
                InjectLetters.mark(plan), facts(person), TEXTS.get("calendar.link", made.link(), until(person))));
        if (!words.isBlank()) {
            parts.add(words.strip());
        }
        parts.add(TEXTS.get("bring"));
        return new CalendarEntry(
                exercise + "-" + person.id() + "@startex",
                Math.max(0, person.links() - 1),
                made(person),
                plan.plannedFor(),
                ends().toInstant(),
                TEXTS.get("summary", InjectLetters.oneLine(plan.title()), InjectLetters.oneLine(plan.marking())),
                String.join("\n\n", parts),
                organiser,
                TEXTS.get("organiser"),
                made.link());
    }

    /** Plain letters, so that every mail program shows it as it is. */
    String fileName(PlannedPerson person) {
        String name = Normalizer.normalize(person.entry().name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return (name.isEmpty() ? "EXERCISE-invitation" : "EXERCISE-invitation-" + name) + ".ics";
    }

    private Instant made(PlannedPerson person) {
        Instant made = person.linkMade();
        return made == null ? plan.plannedFor() : made;
    }

    private String facts(PlannedPerson person) {
        ZonedDateTime from = begins();
        ZonedDateTime to = ends();
        String when = from.toLocalDate().equals(to.toLocalDate())
                ? TEXTS.get("when", DAY.format(from), TIME.format(from), TIME.format(to), zone(from))
                : TEXTS.get(
                        "when.days", DAY.format(from), TIME.format(from), DAY.format(to), TIME.format(to), zone(from));
        return TEXTS.get(
                "facts",
                when,
                InjectLetters.name(
                        plan,
                        new Addressee(person.entry().cell(), person.entry().post())),
                person.entry().organisation());
    }

    private static String zone(ZonedDateTime at) {
        return at.getZone().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private String until(PlannedPerson person) {
        ZonedDateTime until =
                JoinCodes.linkExpires(made(person), plan.plannedFor()).atZone(plan.zone());
        return TEXTS.get("until", DAY.format(until), TIME.format(until));
    }

    private ZonedDateTime begins() {
        return plan.plannedFor().atZone(plan.zone());
    }

    private ZonedDateTime ends() {
        return plan.plannedFor().plus(plan.length().toDuration()).atZone(plan.zone());
    }
}
