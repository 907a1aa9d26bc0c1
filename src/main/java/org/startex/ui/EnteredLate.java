package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.startex.conduct.SentFromPage;
import org.startex.ledger.Fact;

/** That something was entered late because the network was down, with the real times at which it was written and recorded. */
public final class EnteredLate {
    private EnteredLate() {}

    /** The notice beside the whole text; empty for what was entered when it was written. */
    public static Optional<Notice> notice(Fact fact, Instant written, Instant recorded) {
        return is(fact) ? Optional.of(Notice.caution(words(written, recorded))) : Optional.empty();
    }

    /** The line beneath one line of a list; empty for what was entered when it was written. */
    public static Optional<Span> line(Fact fact, Instant written, Instant recorded) {
        return is(fact) ? Optional.of(line(written, recorded)) : Optional.empty();
    }

    /** The line beneath one line of a list. */
    public static Span line(Instant written, Instant recorded) {
        return Html.span("late-line", new Icon("late"), Html.span("", words(written, recorded)));
    }

    private static boolean is(Fact fact) {
        return fact instanceof SentFromPage sent && sent.enteredLate();
    }

    private static String words(Instant written, Instant recorded) {
        ZoneId zone = UserZone.of(UI.getCurrent());
        return Words.say("entry.offline.long", StoryClock.real(written, zone), StoryClock.real(recorded, zone));
    }
}
