package org.startex.runtime;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.startex.people.SignInsEnded;
import org.startex.people.SignedInPerson;

/** Ends the sessions of this node when a person's sign-ins are ended, so that an open screen receives nothing more. */
@Component
class WebSecurityLiveSessions implements HttpSessionListener {
    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        sessions.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession());
    }

    /** How many there are. */
    int count() {
        return sessions.size();
    }

    /** On a thread of its own: the session that asked for it still has its answer to send. */
    @TransactionalEventListener
    void end(SignInsEnded ended) {
        Thread.ofVirtual().start(() -> sessions.forEach(session -> endIfOlder(session, ended)));
    }

    private static void endIfOlder(HttpSession session, SignInsEnded ended) {
        try {
            Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            if (context instanceof SecurityContext security
                    && security.getAuthentication() != null
                    && security.getAuthentication().getPrincipal() instanceof SignedInPerson person
                    && person.person().equals(ended.person())
                    && person.epoch() < ended.epoch()) {
                session.invalidate();
            }
        } catch (IllegalStateException alreadyOver) {
            // the session ended by itself meanwhile
        }
    }
}
