package org.startex.people;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.startex.kernel.PersonId;

/** Ends all of a person's sign-ins at once. Used inside a transaction. */
@Component
class SignInsEnding {
    private final AccountRepository accounts;
    private final RememberedSignInRepository remembered;
    private final ApplicationEventPublisher events;

    SignInsEnding(AccountRepository accounts, RememberedSignInRepository remembered, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.remembered = remembered;
        this.events = events;
    }

    /** False if there is no such account. */
    boolean endAll(PersonId person) {
        return accounts.raiseEpoch(person)
                .map(epoch -> {
                    remembered.deleteAll(person);
                    events.publishEvent(new SignInsEnded(person, epoch));
                    return true;
                })
                .orElse(false);
    }
}
