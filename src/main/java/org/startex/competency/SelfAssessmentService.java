package org.startex.competency;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.Words;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.people.ParticipantRegister;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.standards.NationalStandards;
import org.startex.standards.NosElement;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;

/**
 * Self-assessment against National Occupational Standards: a development tool rather than a test. A round is its person's alone; they may show it to one other person and end that, and
 * delete it whole. Nothing of it ever becomes evidence or a report.
 */
@Service
public class SelfAssessmentService {
    /** The lowest rating. */
    public static final int LOWEST = 1;
    /** The highest rating. */
    public static final int HIGHEST = 10;

    private static final int MOST_ELEMENTS = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ELEMENT = 1000;

    private final SelfRepository rounds;
    private final NationalStandards shipped;
    private final PeopleService people;
    private final ParticipantRegister register;
    private final TransactionOperations transaction;
    private final InstantSource time;

    SelfAssessmentService(
            SelfRepository rounds,
            NationalStandards shipped,
            PeopleService people,
            ParticipantRegister register,
            TransactionOperations transaction,
            InstantSource time) {
        this.rounds = rounds;
        this.shipped = shipped;
        this.people = people;
        this.register = register;
        this.transaction = transaction;
        this.time = time;
    }

    // Standards

    /** Every standard that is known here, by reference number. For whoever is signed in. */
    public List<NosSheet> standards(Caller caller) {
        person(caller, "list standards");
        return sheets();
    }

    /** Enters a standard that does not come with the program, for everybody here. For whoever is signed in. */
    public Change<NosReference> enterStandard(Caller caller, String urn, int approved, String title) {
        PersonId person = person(caller, "enter a standard");
        String number = urn.strip().toUpperCase(java.util.Locale.ROOT);
        if (!NosReference.isOne(number, approved)) {
            return Change.refuse(Refusal.BAD_REFERENCE);
        }
        if (title.isBlank()) {
            return Change.refuse(Refusal.TITLE_MISSING);
        }
        Optional<Refusal> unfit = unfit(title, LONGEST_TITLE);
        if (unfit.isPresent()) {
            return Change.refuse(unfit.get());
        }
        NosReference reference = new NosReference(number, approved);
        return shipped.standard(reference).isEmpty() && rounds.insertStandard(reference, title.strip(), person, now())
                ? Change.done(reference)
                : Change.refuse(Refusal.STANDARD_KNOWN);
    }

    /** Removes a standard that the caller entered and nobody has rated themselves against. For whoever is signed in. */
    public Change<NosReference> removeStandard(Caller caller, NosReference reference) {
        PersonId person = person(caller, "remove a standard");
        return inTransaction(() -> rounds.deleteStandard(reference, person)
                ? Change.done(reference)
                : Change.refuse(Refusal.NOT_YOURS_OR_USED));
    }

    /**
     * Enters an element in the standard's own words, or changes one that the caller entered. It stands in place of a summary that comes with the program. For whoever is signed in.
     *
     * @param number as on the standard's page, from 1 to 200
     */
    public Change<NosReference> enterElement(
            Caller caller, NosReference reference, NosKind kind, int number, String text) {
        PersonId person = person(caller, "enter an element");
        if (NosSheets.sheet(sheets(), reference).isEmpty()) {
            return Change.refuse(Refusal.STANDARD_UNKNOWN);
        }
        if (number < 1 || number > MOST_ELEMENTS) {
            return Change.refuse(Refusal.BAD_NUMBER);
        }
        if (text.isBlank()) {
            return Change.refuse(Refusal.ELEMENT_MISSING);
        }
        Optional<Refusal> unfit = unfit(text, LONGEST_ELEMENT);
        if (unfit.isPresent()) {
            return Change.refuse(unfit.get());
        }
        return rounds.saveElement(reference, new NosElement(kind, number, text.strip(), false), person, now())
                ? Change.done(reference)
                : Change.refuse(Refusal.ELEMENT_OF_ANOTHER);
    }

    /** Removes an element that the caller entered; ratings keep the text that was rated. For whoever is signed in. */
    public Change<NosReference> removeElement(Caller caller, NosReference reference, NosKind kind, int number) {
        PersonId person = person(caller, "remove an element");
        return rounds.deleteElement(reference, kind, number, person)
                ? Change.done(reference)
                : Change.refuse(Refusal.ELEMENT_OF_ANOTHER);
    }

    // The caller's own rounds

    /** Begins a round on a standard, or goes on with the one that is open. For whoever is signed in. */
    public Change<SelfRoundId> begin(Caller caller, NosReference reference) {
        PersonId person = person(caller, "begin a round");
        Optional<NosSheet> sheet = NosSheets.sheet(sheets(), reference);
        if (sheet.isEmpty()) {
            return Change.refuse(Refusal.STANDARD_UNKNOWN);
        }
        if (sheet.get().lines().isEmpty()) {
            return Change.refuse(Refusal.NO_ELEMENTS);
        }
        SelfRoundId fresh = SelfRoundId.random();
        if (rounds.insertRound(fresh, person, reference, now())) {
            return Change.done(fresh);
        }
        return rounds.of(person).stream()
                .filter(row -> row.finishedAt() == null && row.reference().equals(reference))
                .findFirst()
                .<Change<SelfRoundId>>map(row -> Change.done(row.round()))
                .orElseGet(() -> Change.refuse(Refusal.CHANGED_MEANWHILE));
    }

    /** The caller's own rounds, the latest begun first. For whoever is signed in. */
    public List<SelfRound> rounds(Caller caller) {
        PersonId person = person(caller, "list one's own rounds");
        List<NosSheet> sheets = sheets();
        return rounds.of(person).stream().map(row -> round(row, sheets, true)).toList();
    }

    /** A round. For its person, and for the one whom they show it to, who learns nothing of earlier rounds. */
    public SelfRound round(Caller caller, SelfRoundId id) {
        PersonId person = person(caller, "read a self-assessment");
        SelfRepository.Row row = rounds.round(id)
                .filter(one -> one.person().equals(person.value()) || isShownTo(id, person))
                .orElseThrow(() -> new NotAllowed("read a self-assessment"));
        return round(row, sheets(), row.person().equals(person.value()));
    }

    /** Rates one element; saved at once. For the round's person, while it is open. */
    public Change<SelfRoundId> rate(Caller caller, SelfRoundId id, NosKind kind, int number, int rating) {
        SelfRepository.Row row = own(caller, id, "rate oneself");
        if (row.finishedAt() != null) {
            return Change.refuse(Refusal.ROUND_FINISHED);
        }
        if (rating < LOWEST || rating > HIGHEST) {
            return Change.refuse(Refusal.BAD_RATING);
        }
        Optional<NosElement> element = NosSheets.sheet(sheets(), row.reference()).stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(NosSheet.Line::element)
                .filter(one -> one.kind() == kind && one.number() == number)
                .findFirst();
        if (element.isEmpty()) {
            return Change.refuse(Refusal.ELEMENT_UNKNOWN);
        }
        rounds.rate(id, element.get(), rating, now());
        return Change.done(id);
    }

    /** Ends a round; it is what the next one is compared with. For the round's person. */
    public Change<SelfRoundId> finish(Caller caller, SelfRoundId id) {
        SelfRepository.Row row = own(caller, id, "finish a round");
        if (row.finishedAt() != null) {
            return Change.refuse(Refusal.ROUND_FINISHED);
        }
        if (rounds.ratings(id).isEmpty()) {
            return Change.refuse(Refusal.NOTHING_RATED);
        }
        rounds.finish(id, now());
        return Change.done(id);
    }

    /** Deletes a round for good. For the round's person. */
    public Change<SelfRoundId> delete(Caller caller, SelfRoundId id) {
        own(caller, id, "delete a round");
        rounds.delete(id);
        return Change.done(id);
    }

    /** Shows a round to one person, named by username, until it is ended. For the round's person. */
    public Change<SelfRoundId> share(Caller caller, SelfRoundId id, String username) {
        SelfRepository.Row row = own(caller, id, "show a round to somebody");
        Optional<PersonName> reader = people.colleague(caller, username.strip());
        if (reader.isEmpty()) {
            return Change.refuse(Refusal.NOBODY_OF_THAT_NAME);
        }
        if (reader.get().person().value().equals(row.person())) {
            return Change.refuse(Refusal.SHARED_WITH_YOURSELF);
        }
        return rounds.insertShare(id, reader.get().person(), now())
                ? Change.done(id)
                : Change.refuse(Refusal.SHARED_ALREADY);
    }

    /** Ends showing a round. For the round's person. */
    public Change<SelfRoundId> endSharing(Caller caller, SelfRoundId id) {
        own(caller, id, "end showing a round");
        return rounds.deleteShare(id) ? Change.done(id) : Change.refuse(Refusal.NOT_SHARED);
    }

    /** Rounds that others show to the caller. For whoever is signed in. */
    public List<SelfRound> shownToMe(Caller caller) {
        PersonId person = person(caller, "list rounds shown to oneself");
        List<NosSheet> sheets = sheets();
        return rounds.shownTo(person).stream()
                .map(row -> round(row, sheets, false))
                .toList();
    }

    // How

    private SelfRound round(SelfRepository.Row row, List<NosSheet> sheets, boolean own) {
        Optional<NosSheet> sheet = NosSheets.sheet(sheets, row.reference());
        List<SelfRepository.Rated> ratings = rounds.ratings(row.round());
        Optional<SelfRepository.Row> before = own ? before(row) : Optional.empty();
        List<SelfRepository.Rated> earlier =
                before.map(one -> rounds.ratings(one.round())).orElse(List.of());
        return new SelfRound(
                row.round(),
                new PersonId(row.person()),
                name(new PersonId(row.person())),
                row.reference(),
                sheet.map(NosSheet::title).orElse(""),
                row.begunAt(),
                row.finishedAt(),
                before.map(SelfRepository.Row::finishedAt).orElse(null),
                rounds.share(row.round())
                        .map(one -> new SelfRound.Reader(one.reader(), name(one.reader()), one.since()))
                        .orElse(null),
                elements(row, sheet, ratings).stream()
                        .map(element -> new SelfRound.Line(element, rating(ratings, element), rating(earlier, element)))
                        .toList());
    }

    /** While it is open the elements as they stand now; afterwards those that were rated, in the words that were rated. */
    private static List<NosElement> elements(
            SelfRepository.Row row, Optional<NosSheet> sheet, List<SelfRepository.Rated> ratings) {
        List<NosElement> elements = new ArrayList<>();
        if (row.finishedAt() == null) {
            sheet.ifPresent(known -> known.lines().forEach(line -> elements.add(line.element())));
        }
        ratings.stream()
                .map(SelfRepository.Rated::element)
                .filter(rated -> elements.stream().noneMatch(one -> samePlace(one, rated)))
                .forEach(elements::add);
        return elements;
    }

    private static boolean samePlace(NosElement one, NosElement other) {
        return one.kind() == other.kind() && one.number() == other.number();
    }

    private static @Nullable Integer rating(List<SelfRepository.Rated> ratings, NosElement element) {
        return ratings.stream()
                .filter(rated -> samePlace(rated.element(), element))
                .map(SelfRepository.Rated::rating)
                .findFirst()
                .orElse(null);
    }

    /** The person's round on the same standard that was finished last before this one was begun. */
    private Optional<SelfRepository.Row> before(SelfRepository.Row row) {
        return rounds.of(new PersonId(row.person())).stream()
                .filter(one -> one.reference().equals(row.reference()))
                .filter(one -> one.finishedAt() != null && one.begunAt().isBefore(row.begunAt()))
                .findFirst();
    }

    private List<NosSheet> sheets() {
        return NosSheets.of(shipped, rounds.standards(), rounds.elements(), this::name);
    }

    private boolean isShownTo(SelfRoundId id, PersonId person) {
        return rounds.share(id).filter(one -> one.reader().equals(person)).isPresent();
    }

    private SelfRepository.Row own(Caller caller, SelfRoundId id, String act) {
        PersonId person = person(caller, act);
        return rounds.round(id)
                .filter(row -> row.person().equals(person.value()))
                .orElseThrow(() -> new NotAllowed(act));
    }

    private static PersonId person(Caller caller, String act) {
        if (caller instanceof Caller.SignedIn signedIn) {
            return signedIn.person();
        }
        throw new NotAllowed(act);
    }

    private static Optional<Refusal> unfit(String text, int longest) {
        return text.length() > longest
                ? Optional.of(Refusal.TOO_LONG_HERE)
                : Optional.of(Refusal.BAD_TEXT).filter(bad -> !Words.isClean(text));
    }

    private <T> Change<T> inTransaction(Supplier<Change<T>> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }

    private String name(PersonId person) {
        return register.personName(person).orElse("");
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
