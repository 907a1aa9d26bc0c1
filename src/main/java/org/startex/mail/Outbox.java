package org.startex.mail;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.startex.kernel.Texts;

/**
 * Where modules leave mail that is to be sent. It is recorded in the caller's transaction, if there is one, and leaves after the commit. It authorises nobody: those who use it do so inside
 * acts that they have authorised. Without a server nothing is taken.
 */
@Component
public class Outbox {
    private final OutboxRepository repository;
    private final Postman postman;
    private final MailSettings settings;
    private final InstantSource time;

    Outbox(OutboxRepository repository, Postman postman, MailSettings settings, InstantSource time) {
        this.repository = repository;
        this.postman = postman;
        this.settings = settings;
        this.time = time;
    }

    /** Whether there is a server, so that mail can leave at all. */
    public boolean configured() {
        return settings.server() != null;
    }

    /** Whether mail may be sent to an address; never without a server. */
    public boolean allows(MailAddress address) {
        return settings.allows(address);
    }

    /**
     * Leaves a mail to be sent.
     *
     * @return false if the same mail (its {@code about} and key) is there already, or there is no server: then nothing is recorded
     */
    public boolean post(Letter letter) {
        return configured() && repository.insert(letter);
    }

    /** Sends soon what was left, without waiting for the next round. To be called after the commit; forgetting it costs a second. */
    public void hurry() {
        postman.ring();
    }

    /** All mails about something, in the order in which they were written. */
    public List<Posted> mails(UUID about) {
        return repository.of(about, null);
    }

    /** All mails about something that belong to one matter, in the order in which they were written. */
    public List<Posted> mails(UUID about, String matter) {
        return repository.of(about, matter);
    }

    /** The last mail about something in each of the matters that begin so, without those that were kept back. */
    public List<Posted> latest(UUID about, String matters) {
        return repository.latest(about, matters);
    }

    /** Tries a mail that has failed again; false if it has not failed. */
    public boolean again(UUID about, String key) {
        boolean taken = repository.again(about, key, time.instant());
        postman.ring();
        return taken;
    }

    /** The mails about something that have failed, in the order in which they were written. */
    public List<Posted> failed(UUID about) {
        return repository.failed(about);
    }

    /** Keeps back a mail that waits, or gives up one that has failed; false if it has left or been kept back before. Waits for the server's answer where it is being handed over just now. */
    public boolean withdraw(UUID about, String key) {
        return repository.withdraw(about, key, Texts.of("mail").get("withdrawn"), time.instant()) > 0;
    }

    /** Deletes all mails of one matter, with what they say and to whom they went; those that wait do not leave. */
    public void forget(UUID about, String matter) {
        repository.forget(about, matter);
    }

    /** Whose address mail bears; empty without a server. */
    public Optional<MailAddress> from() {
        MailServer server = settings.server();
        return server == null ? Optional.empty() : Optional.of(server.from());
    }

    /** How many mails there are in each state, over everything. */
    public Map<Posted.State, Integer> counts() {
        return repository.counts();
    }

    /** Opens a line to the server and closes it again: empty when that works, else why it does not. Takes some seconds at worst. */
    public Optional<String> trouble() {
        MailServer server = settings.server();
        if (server == null) {
            return Optional.empty();
        }
        try (SmtpLine line = new SmtpLine(server)) {
            return line.open();
        }
    }
}
