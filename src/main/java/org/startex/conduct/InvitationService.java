package org.startex.conduct;

import static java.util.stream.Collectors.groupingBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Reason;
import org.startex.mail.Enclosure;
import org.startex.mail.MailAddress;
import org.startex.mail.Outbox;
import org.startex.mail.Posted;
import org.startex.people.Caller;
import org.startex.people.PlannedPerson;
import org.startex.people.PlannedRegister;

/**
 * Invitations for those who are expected: personal links, entries for their calendars, and both by mail. A personal link is told once, when it is made, and ends the one before it. What is
 * said here is no part of play and not in the record.
 */
@Service
public class InvitationService {
    private static final int LONGEST_WORDS = 1000;

    private final ExerciseDesk desk;
    private final PlannedRegister register;
    private final InvitationRepository repository;
    private final Outbox outbox;
    private final PublicAddress address;

    InvitationService(
            ExerciseDesk desk,
            PlannedRegister register,
            InvitationRepository repository,
            Outbox outbox,
            PublicAddress address) {
        this.desk = desk;
        this.register = register;
        this.repository = repository;
        this.outbox = outbox;
        this.address = address;
    }

    /** What every invitation to an exercise says beside its facts: where to come, what to bring. Empty if nobody has written any. For controllers. */
    public String words(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "read what invitations say");
        return repository.words(exercise);
    }

    /**
     * Says what every invitation says from now on, in at most 1,000 characters; empty removes it. For controllers.
     *
     * @return why it was refused; empty when it was kept
     */
    public Optional<Reason> setWords(Caller caller, ExerciseId exercise, String words) {
        control(caller, exercise, "say what invitations say");
        Optional<Reason> wrong = Words.check(words, "words", LONGEST_WORDS, false);
        if (wrong.isEmpty()) {
            repository.setWords(exercise, words.strip());
        }
        return wrong;
    }

    /** Makes personal links for some of those who are expected, in the order of the list: earlier ones of theirs end, and mails with those do not leave any more. For controllers. */
    public synchronized List<PersonalLink> newLinks(Caller caller, ExerciseId exercise, Collection<UUID> people) {
        control(caller, exercise, "make personal links");
        Set<UUID> wanted = Set.copyOf(people);
        List<PersonalLink> made = new ArrayList<>();
        for (PlannedPerson person : register.people(exercise)) {
            if (wanted.contains(person.id())) {
                newLink(exercise, person).ifPresent(made::add);
            }
        }
        return made;
    }

    private Optional<PersonalLink> newLink(ExerciseId exercise, PlannedPerson person) {
        Optional<PersonalLink> made = register.newLink(exercise, person.id())
                .map(fresh -> new PersonalLink(fresh.person(), link(fresh.token())));
        made.ifPresent(link -> outbox.mails(exercise.value(), Invitations.matter(person.id()))
                .forEach(mail -> outbox.withdraw(exercise.value(), mail.key())));
        return made;
    }

    private URI link(String token) {
        return URI.create(address.of("/play/i") + "#" + token);
    }

    /** The file with which somebody puts the exercise and their link, just made, into their calendar. For controllers. */
    public Enclosure.Whole calendar(Caller caller, ExerciseId exercise, PersonalLink made) {
        Plan plan = control(caller, exercise, "make an invitation").plan();
        Invitations invitations = invitations(exercise, plan);
        return invitations.entry(made).file(invitations.fileName(made.person()));
    }

    /** How everybody stands with their invitation by mail, by cell and name. For controllers. */
    public List<Invited> invited(Caller caller, ExerciseId exercise) {
        Play play = control(caller, exercise, "see who was invited");
        Map<String, List<Posted>> mails =
                outbox.latest(exercise.value(), Invitations.MATTER).stream().collect(groupingBy(Posted::matter));
        return register.people(exercise).stream()
                .map(person -> Invited.of(
                        person,
                        person.joined().flatMap(play::member).isPresent(),
                        mails.getOrDefault(Invitations.matter(person.id()), List.of()),
                        outbox::allows))
                .toList();
    }

    /** Whether invitations can leave by mail at all. For controllers. */
    public boolean configured(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "ask for mail");
        return outbox.configured();
    }

    /** The mail as somebody would get it, with words in the place of the link. */
    public record Preview(String subject, String body) {}

    /** What the mail to somebody would say; nothing is made and nothing leaves. Empty if they are no longer listed. For controllers. */
    public Optional<Preview> preview(Caller caller, ExerciseId exercise, UUID person) {
        Invitations invitations = invitations(
                exercise, control(caller, exercise, "preview an invitation").plan());
        return register.people(exercise).stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .map(one -> new Preview(invitations.subject(), invitations.body(one, Invitations.HIDDEN)));
    }

    /**
     * Leaves invitations to be sent to those who have none that opens and an address that may be sent to. Each makes a new personal link. Whoever has joined gets none. For controllers.
     *
     * @param again whether also to those who were sent one already; the link in that one ends
     * @return why none was sent; empty when at least one leaves
     */
    public synchronized Optional<Reason> send(Caller caller, ExerciseId exercise, boolean again) {
        Play play = control(caller, exercise, "send invitations");
        if (!outbox.configured()) {
            return Optional.of(Reason.of("mail-not-configured"));
        }
        if (isOver(exercise)) {
            return Optional.of(Reason.of("invitation-over"));
        }
        Invitations invitations = invitations(exercise, play.plan());
        Set<UUID> posted = new HashSet<>();
        for (Invited one : invited(caller, exercise)) {
            Optional<MailAddress> to = MailAddress.read(one.person().entry().mail());
            if (to.isPresent() && (one.state() == Invited.State.TO_SEND || (again && isSent(one)))) {
                newLink(exercise, one.person())
                        .filter(made -> outbox.post(invitations.letter(made, to.get())))
                        .ifPresent(made -> posted.add(made.person().id()));
            }
        }
        forgetRemoved(exercise, posted);
        outbox.hurry();
        return posted.isEmpty() ? Optional.of(Reason.of("invitation-nobody")) : Optional.empty();
    }

    /** Whoever was taken off the list while their invitation was written gets none, and nothing of it stays. */
    private void forgetRemoved(ExerciseId exercise, Set<UUID> people) {
        Set<UUID> removed = new HashSet<>(people);
        register.people(exercise).forEach(person -> removed.remove(person.id()));
        removed.forEach(person -> outbox.forget(exercise.value(), Invitations.matter(person)));
    }

    private boolean isOver(ExerciseId exercise) {
        return desk.exercise(exercise).endedAt().isPresent();
    }

    private boolean isSent(Invited one) {
        return one.state() == Invited.State.SENT
                && MailAddress.read(one.person().entry().mail())
                        .filter(outbox::allows)
                        .isPresent();
    }

    /** Tries an invitation again that has failed, with the same link. For controllers. */
    public Optional<Reason> again(Caller caller, ExerciseId exercise, UUID person) {
        control(caller, exercise, "send an invitation again");
        if (isOver(exercise)) {
            return Optional.of(Reason.of("invitation-over"));
        }
        boolean taken = invited(caller, exercise).stream()
                .filter(one -> one.person().id().equals(person) && one.state() == Invited.State.FAILED)
                .flatMap(one -> one.lastMail().stream())
                .anyMatch(mail -> outbox.again(exercise.value(), mail.key()));
        return taken ? Optional.empty() : Optional.of(Reason.of("mail-not-failed"));
    }

    private Invitations invitations(ExerciseId exercise, Plan plan) {
        URI organiser = outbox.from().map(from -> URI.create("mailto:" + from)).orElseGet(() -> address.of("/play"));
        return new Invitations(exercise, plan, repository.words(exercise), organiser);
    }

    private Play control(Caller caller, ExerciseId exercise, String act) {
        desk.require(caller, exercise, act, ExerciseRole::controls);
        return desk.exercise(exercise).content().orElseThrow();
    }
}
