package org.startex.ui.plan;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.startex.conduct.Invited;
import org.startex.kernel.Texts;
import org.startex.mail.Posted;
import org.startex.ui.StateChip;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;

/** How an invitation by mail stands, as shape, word and colour. */
final class InvitationState {
    private static final Texts TEXTS = Texts.of("ui-invitations");

    private InvitationState() {}

    /** Empty while there is nothing to tell. */
    static Optional<StateChip> chip(Invited one) {
        return switch (one.state()) {
            case WAITING -> Optional.of(new StateChip("due", "due", waiting(one)));
            case SENT -> Optional.of(new StateChip("ack", "check", TEXTS.get("state.sent", time(one))));
            case FAILED -> Optional.of(new StateChip("late", "late", TEXTS.get("state.failed")));
            case NOT_ALLOWED -> Optional.of(new StateChip("due", "late", TEXTS.get("state.not-allowed")));
            case JOINED, NO_ADDRESS, TO_SEND -> Optional.empty();
        };
    }

    private static String waiting(Invited one) {
        return one.lastMail()
                .filter(Posted::delayed)
                .map(mail -> TEXTS.get("state.delayed", mail.attempts()))
                .orElse(TEXTS.get("state.waiting"));
    }

    private static String time(Invited one) {
        return one.lastMail()
                .flatMap(Posted::settledAt)
                .map(at -> StoryClock.dateTime(at, UserZone.of(UI.getCurrent())))
                .orElse("");
    }
}
