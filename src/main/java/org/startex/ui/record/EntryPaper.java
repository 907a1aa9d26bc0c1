package org.startex.ui.record;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import java.time.ZoneId;
import org.startex.conduct.InjectDelivered;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.ui.DecisionText;
import org.startex.ui.EntryWords;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;
import org.startex.ui.Notice;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** One entry with its text, who may read it, its hash and the one before. */
final class EntryPaper extends Article {
    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    EntryPaper(Scene scene, LedgerEntry entry, String previous) {
        addClassNames("panel", "pad", "paper");
        ZoneId zone = UserZone.of(UI.getCurrent());
        H2 heading = new H2(EntryWords.kind(entry.kind()));
        heading.addClassName("big");
        add(
                Html.div(
                        "row s",
                        Html.span("mkc " + EntryWords.look(entry.fact()), new Icon(EntryWords.icon(entry.fact()))),
                        Html.span("no", Words.say("entry.number", entry.seq()))),
                heading);
        if (entry.fact() instanceof DecisionRecorded decision) {
            if (decision.late()) {
                add(Notice.caution(Words.say("entry.late", decision.words().lateReason())));
            }
            add(new DecisionText(scene, decision));
        } else if (entry.fact() instanceof InjectDelivered inject) {
            add(
                    Html.p("", EntryWords.summary(scene, entry)),
                    Html.quote(Markdown.of(inject.words().text())));
        } else {
            add(Html.p("", EntryWords.summary(scene, entry)));
        }
        facts.addClassNames("facts", "line-above");
        fact("clock.exercise-time", EntryWords.time(scene, entry));
        fact(
                "entry.occurred",
                StoryClock.dateTime(entry.occurredAt(), zone) + ":"
                        + StoryClock.real(entry.occurredAt(), zone).substring(6));
        fact("entry.recorded", StoryClock.real(entry.recordedAt(), zone));
        fact("log.who", EntryWords.who(scene, entry));
        fact("entry.audience", EntryWords.audience(scene, entry.audience()));
        hash("entry.hash", entry.hash());
        hash("entry.previous", previous.isEmpty() ? Words.say("entry.first") : previous);
        add(facts);
    }

    private void fact(String key, String value) {
        facts.add(new DescriptionList.Term(Words.say(key)), new DescriptionList.Description(value));
    }

    private void hash(String key, String value) {
        DescriptionList.Description description = new DescriptionList.Description(value);
        description.addClassName("mono");
        facts.add(new DescriptionList.Term(Words.say(key)), description);
    }
}
