package org.startex.people;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** How a screen learns who sits before it. Pages that hold a participant's token ask {@link ParticipantRegister#byToken} instead. */
@Component
public class CurrentCaller {
    private final SecurityContextHolderStrategy contexts;

    /** Asks this program's own holder of contexts, where it has one; a process may run several programs. */
    CurrentCaller(ObjectProvider<SecurityContextHolderStrategy> contexts) {
        this.contexts = contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    /** Whoever sends this request; a stranger if nobody is signed in. Roles are those of this moment, not of the sign-in. */
    public Caller get() {
        return signedIn().map(SignedInPerson::caller).orElse(Caller.NOBODY);
    }

    /** The person with their name, if somebody is signed in. */
    public Optional<SignedInPerson> signedIn() {
        Authentication own = contexts.getContext().getAuthentication();
        Authentication authentication =
                own == null ? SecurityContextHolder.getContext().getAuthentication() : own;
        return authentication != null && authentication.getPrincipal() instanceof SignedInPerson person
                ? Optional.of(person)
                : Optional.empty();
    }
}
