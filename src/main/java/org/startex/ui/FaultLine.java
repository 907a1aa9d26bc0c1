package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.startex.ledger.LedgerUnavailable;
import org.startex.people.NotAllowed;

/** What a screen says when something it was asked for failed and nothing nearer tells of it. */
@Component
class FaultLine implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FaultLine.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(FaultLine::tell));
    }

    private static void tell(ErrorEvent event) {
        String words = words(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notification line = new Notification();
            line.setAssertive(true);
            line.setPosition(Notification.Position.BOTTOM_CENTER);
            Button close = new Button(Words.say("close"), click -> line.close());
            line.add(Notice.problem(words, close));
            line.open();
        }
    }

    private static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAllowed) {
                return Words.say("trouble.not-allowed");
            }
        }
        if (LedgerUnavailable.isBehind(failure)) {
            LOG.warn("a screen failed: {}", failure.getClass().getSimpleName());
            return Words.say("trouble.away");
        }
        LOG.error("a screen failed", failure);
        return Words.say("trouble.unknown");
    }
}
