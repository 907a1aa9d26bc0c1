package org.startex.conduct;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.people.PlannedPerson;

/**
 * How somebody stands with their invitation by mail.
 *
 * @param mail the last one to them that was not kept back, or null
 */
public record Invited(
        PlannedPerson person, State state, @Nullable Posted mail) {
    /** What has become of an invitation, or stands in its way. */
    public enum State {
        /** They are in the exercise already. */
        JOINED,
        /** Nobody has entered an address. */
        NO_ADDRESS,
        /** This installation may not send to the address. */
        NOT_ALLOWED,
        /** None was sent, or the link in it no longer opens. */
        TO_SEND,
        /** It is to leave. */
        WAITING,
        /** The mail server has taken it. */
        SENT,
        /** The mail server refused it for good, or too long. */
        FAILED
    }

    /** The last mail to them that was not kept back. */
    public Optional<Posted> lastMail() {
        return Optional.ofNullable(mail);
    }

    /** @param mails all invitations that were written to them */
    static Invited of(PlannedPerson person, boolean joined, List<Posted> mails, Predicate<MailAddress> allowed) {
        Posted last = mails.stream()
                .filter(each -> each.state() != Posted.State.WITHDRAWN)
                .max(Comparator.comparing(Posted::written))
                .orElse(null);
        return new Invited(person, joined ? State.JOINED : state(person, last, allowed), last);
    }

    private static State state(PlannedPerson person, @Nullable Posted last, Predicate<MailAddress> allowed) {
        Optional<MailAddress> address = MailAddress.read(person.entry().mail());
        if (address.isEmpty()) {
            return State.NO_ADDRESS;
        }
        // a mail is written in the moment in which its link is made: one with another moment holds a link that has
        // ended
        if (last != null && last.written().equals(person.linkMade())) {
            return switch (last.state()) {
                case WAITING -> State.WAITING;
                case SENT -> State.SENT;
                case FAILED -> State.FAILED;
                case WITHDRAWN -> State.TO_SEND;
            };
        }
        return allowed.test(address.get()) ? State.TO_SEND : State.NOT_ALLOWED;
    }
}
