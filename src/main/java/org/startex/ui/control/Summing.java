package org.startex.ui.control;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.startex.conduct.ControlBoard;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.ui.Words;

/** The one place that screen readers hear: at most one line each five seconds, summed. */
final class Summing extends Span {
    private static final long serialVersionUID = 1L;
    private static final Duration APART = Duration.ofSeconds(5);

    private Instant last = Instant.EPOCH;
    private int sent = -1;
    private int late;
    private int waiting;
    private int unread;

    Summing() {
        addClassName("vh");
        getElement().setAttribute("aria-live", "polite");
    }

    /**
     * @param nowWaiting players who wait to be admitted
     * @param nowUnread messages for control that nobody has read
     */
    void hear(ControlBoard board, int nowWaiting, int nowUnread, Instant now) {
        int nowSent = (int) board.rows().stream().filter(InjectRow::sent).count();
        int nowLate = board.count(InjectState.LATE);
        if (sent < 0) {
            take(nowSent, nowLate, nowWaiting, nowUnread);
            return;
        }
        if (Duration.between(last, now).compareTo(APART) < 0) {
            return;
        }
        List<String> parts = new ArrayList<>();
        if (nowSent > sent) {
            parts.add(Words.say("heard.delivered", nowSent - sent));
        }
        if (nowLate > late) {
            parts.add(Words.say("heard.late", nowLate - late));
        }
        if (nowWaiting > waiting) {
            parts.add(Words.say("heard.waiting", nowWaiting));
        }
        if (nowUnread > unread) {
            parts.add(Words.say("heard.messages", nowUnread));
        }
        take(nowSent, nowLate, nowWaiting, nowUnread);
        if (!parts.isEmpty()) {
            last = now;
            setText(String.join(", ", parts));
        }
    }

    private void take(int nowSent, int nowLate, int nowWaiting, int nowUnread) {
        sent = nowSent;
        late = nowLate;
        waiting = nowWaiting;
        unread = nowUnread;
    }
}
