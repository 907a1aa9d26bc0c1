package org.startex.conduct;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Ledger;
import org.startex.ledger.Reason;
import org.startex.mail.Letter;
import org.startex.mail.MailAddress;
import org.startex.mail.Outbox;
import org.startex.mail.Posted;
import org.startex.people.Caller;

/**
 * Injects of the channel mail that also leave by mail: to which addresses, and what became of each. Addresses are personal data: controllers see them, the record does not hold them.
 */
@Service
public class InjectMailService {
    private static final int MOST_ADDRESSES = 500;

    private final ExerciseDesk desk;
    private final Ledger<Exercise> ledger;
    private final MailRepository repository;
    private final MailReader reader;
    private final Outbox outbox;
    private final InstantSource time;

    InjectMailService(
            ExerciseDesk desk,
            Ledger<Exercise> ledger,
            MailRepository repository,
            MailReader reader,
            Outbox outbox,
            InstantSource time) {
        this.desk = desk;
        this.ledger = ledger;
        this.repository = repository;
        this.reader = reader;
        this.outbox = outbox;
        this.time = time;
    }

    /** Whether mail can leave this installation at all. For controllers. */
    public boolean configured(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "ask for mail");
        return outbox.configured();
    }

    /** Tries the mail server: empty when it can be reached, or none is configured; else why not. Takes some seconds at worst. For controllers. */
    public Optional<String> trouble(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "try the mail server");
        return outbox.trouble();
    }

    /** The addresses of cells and roles, by cell, role and address. For controllers. */
    public List<MailBox> boxes(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "see mail addresses");
        return repository.boxes(exercise);
    }

    /**
     * Adds an address to a cell or a role: what is delivered from now on leaves for it. An address that is there already stays as it is. For controllers.
     *
     * @param address as a person writes it
     * @return why it was refused; empty when it was added
     */
    public Optional<Reason> add(Caller caller, ExerciseId exercise, Addressee owner, String address) {
        control(caller, exercise, "add a mail address");
        Optional<MailAddress> read = MailAddress.read(address);
        if (read.isEmpty()) {
            return refused("mail-address-unfit");
        }
        if (!outbox.configured()) {
            return refused("mail-not-configured");
        }
        if (!outbox.allows(read.get())) {
            return refused("mail-address-not-allowed");
        }
        if (!desk.exercise(exercise)
                .content()
                .filter(play -> play.plan().knows(owner))
                .isPresent()) {
            return refused("nobody-addressed");
        }
        List<MailBox> boxes = repository.boxes(exercise);
        MailBox box = new MailBox(owner, read.get());
        if (boxes.size() >= MOST_ADDRESSES) {
            return refused("mail-addresses-too-many");
        }
        if (!boxes.contains(box)) {
            repository.add(
                    exercise,
                    box,
                    desk.exercise(exercise).content().map(Play::seq).orElse(0L),
                    time.instant());
            reader.begin(exercise);
        }
        return Optional.empty();
    }

    /** Removes an address; what has been left for it in the outbox still leaves. For controllers. */
    public void remove(Caller caller, ExerciseId exercise, MailBox box) {
        control(caller, exercise, "remove a mail address");
        repository.remove(exercise, box);
    }

    /** The mails of an inject and of what followed it, in the order in which they were written. For controllers. */
    public List<Posted> mails(Caller caller, ExerciseId exercise, long inject) {
        control(caller, exercise, "see the mails of an inject");
        return outbox.mails(exercise.value(), InjectLetters.matter(inject));
    }

    /** The addresses of an inject's cells and roles that were added since it left by mail, so that they have none of it; nobody where it was recalled. For controllers. */
    public List<MailAddress> late(Caller caller, ExerciseId exercise, long inject) {
        control(caller, exercise, "see who has no mail of an inject");
        long read = repository.cursor(exercise).orElse(0L);
        return lateLetters(exercise, inject, read).stream().map(Letter::to).toList();
    }

    /** Sends an inject that left by mail to the addresses that were added since, as it stands now. For controllers. */
    public Optional<Reason> sendToLate(Caller caller, ExerciseId exercise, long inject) {
        control(caller, exercise, "send an inject to late addresses");
        if (!outbox.configured()) {
            return refused("mail-not-configured");
        }
        if (desk.exercise(exercise).endedAt().isPresent()) {
            return refused("mail-late-over");
        }
        List<Letter> letters = new ArrayList<>();
        // Meanwhile the record is not read for mail: a recall finds all of them or prevents all of them.
        repository.read(exercise, read -> {
            letters.addAll(lateLetters(exercise, inject, read));
            letters.forEach(outbox::post);
            return read;
        });
        outbox.hurry();
        return letters.isEmpty() ? refused("mail-late-nobody") : Optional.empty();
    }

    /**
     * Until its own mails are written nobody is late.
     *
     * @param read how far the record has been read for mail
     */
    private List<Letter> lateLetters(ExerciseId exercise, long inject, long read) {
        if (read < inject) {
            return List.of();
        }
        return desk.exercise(exercise).content().stream()
                .flatMap(play -> play.delivered(inject).stream()
                        .flatMap(delivered -> ledger.read(exercise, inject - 1, 1).stream()
                                .flatMap(entry -> InjectLetters.late(
                                        play,
                                        entry,
                                        delivered,
                                        repository.boxes(exercise),
                                        outbox.mails(exercise.value(), InjectLetters.matter(inject)),
                                        time.instant())
                                        .stream())))
                .toList();
    }

    /** The injects of which mail has failed, by the sequence that delivered them, with how much. For controllers. */
    public SortedMap<Long, Integer> failed(Caller caller, ExerciseId exercise) {
        control(caller, exercise, "see the mails of an exercise");
        SortedMap<Long, Integer> injects = new TreeMap<>();
        outbox.failed(exercise.value()).stream()
                .flatMap(mail -> InjectLetters.inject(mail).stream())
                .forEach(inject -> injects.merge(inject, 1, Integer::sum));
        return injects;
    }

    /**
     * Tries a mail again that has failed. Refused if something newer about the inject was written to the same address, or the inject was recalled meanwhile. For controllers.
     *
     * @param key of the mail
     */
    public Optional<Reason> again(Caller caller, ExerciseId exercise, long inject, String key) {
        control(caller, exercise, "send a mail again");
        List<Posted> mails = outbox.mails(exercise.value(), InjectLetters.matter(inject));
        Optional<Posted> mail = mails.stream().filter(m -> m.key().equals(key)).findFirst();
        if (mail.isEmpty() || mail.get().state() != Posted.State.FAILED) {
            return refused("mail-not-failed");
        }
        Posted failed = mail.get();
        boolean newer = mails.stream()
                .anyMatch(m -> m.to().equals(failed.to()) && m.key().compareTo(failed.key()) > 0);
        boolean recalled = desk.exercise(exercise)
                .content()
                .flatMap(play -> play.delivered(inject))
                .flatMap(Delivered::recalled)
                .isPresent();
        if (newer || (recalled && InjectLetters.isInject(failed, inject))) {
            return refused("mail-superseded");
        }
        return outbox.again(exercise.value(), key) ? Optional.empty() : refused("mail-not-failed");
    }

    /**
     * Keeps back a mail of an inject that waits to leave, or gives up one that has failed. For controllers.
     *
     * @param key of the mail
     */
    public Optional<Reason> keepBack(Caller caller, ExerciseId exercise, long inject, String key) {
        control(caller, exercise, "keep a mail back");
        boolean its = outbox.mails(exercise.value(), InjectLetters.matter(inject)).stream()
                .anyMatch(mail -> mail.key().equals(key));
        return its && outbox.withdraw(exercise.value(), key) ? Optional.empty() : refused("mail-not-waiting");
    }

    private void control(Caller caller, ExerciseId exercise, String act) {
        desk.require(caller, exercise, act, ExerciseRole::controls);
    }

    private static Optional<Reason> refused(String code) {
        return Optional.of(Reason.of(code, "mail"));
    }
}
