package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import java.time.ZoneId;
import java.util.List;
import org.startex.conduct.InjectDelivered;
import org.startex.conduct.ReplyLogged;
import org.startex.kernel.EntryRef;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.Message;
import org.startex.logbook.ObservationRecorded;

/** One entry with its text, who may read it, its hash and the one before, its address, and what cites it. */
public final class EntryPaper extends Article {
    private static final long serialVersionUID = 1L;

    private final H2 heading = new H2();
    private final DescriptionList facts = new DescriptionList();

    /** @param previous hash of the entry before, or empty for the first */
    public EntryPaper(ExerciseTools tools, Scene scene, LedgerEntry entry, String previous) {
        addClassNames("panel", "pad", "paper");
        EntryRef address = new EntryRef(entry.exercise(), entry.seq());
        heading.setText(EntryWords.kind(entry.kind()));
        heading.addClassName("big");
        heading.getElement().setAttribute("tabindex", "-1");
        add(
                Html.div(
                        "row s",
                        Html.span("mkc " + EntryWords.look(entry.fact()), new Icon(EntryWords.icon(entry.fact()))),
                        Html.span("no", Words.say("entry.number", entry.seq())),
                        Html.spring(),
                        new CopyLink(ExerciseNavigation.entry(address), Words.say("entry.copy", entry.seq()))),
                heading);
        text(tools, scene, entry);
        facts(tools, scene, entry, previous);
        add(facts, new Citations(tools.citing(address)));
    }

    private void text(ExerciseTools tools, Scene scene, LedgerEntry entry) {
        EnteredLate.notice(entry.fact(), entry.occurredAt(), entry.recordedAt()).ifPresent(this::add);
        if (entry.fact() instanceof DecisionRecorded decision) {
            if (decision.late()) {
                add(Notice.caution(Words.say("entry.late", decision.words().lateReason())));
            }
            LoggedFor.sentence(scene, entry).ifPresent(said -> add(Notice.info(said)));
            add(new DecisionText(scene, decision));
        } else if (entry.fact() instanceof ObservationRecorded observation) {
            observation(tools, scene, observation);
        } else if (entry.fact() instanceof InjectDelivered inject) {
            add(
                    Html.p("", EntryWords.summary(scene, entry)),
                    new ChannelPaper(
                            inject.channel(),
                            inject.words().from(),
                            inject.words().text()));
        } else {
            add(Html.p("", EntryWords.said(scene, entry)));
        }
    }

    private void observation(ExerciseTools tools, Scene scene, ObservationRecorded observation) {
        if (observation.late()) {
            add(Notice.caution(Words.say("entry.late", observation.words().lateReason())));
        }
        Subject.of(tools, scene, observation.about())
                .ifPresentOrElse(
                        subject -> {
                            add(new Anchor(
                                    ExerciseNavigation.entry(new EntryRef(scene.id(), subject.seq())),
                                    Words.say("observation.about", subject.title())));
                            add(new ObservationText(scene, observation, subject.expected()));
                        },
                        () -> add(new ObservationText(scene, observation, List.of())));
    }

    /** A decision is numbered, and an answer by message is counted, in an entry of its own. */
    private void beside(ExerciseTools tools, LedgerEntry entry) {
        if (entry.fact() instanceof DecisionRecorded || entry.fact() instanceof Message) {
            tools.record().read(tools.caller(), entry.exercise(), Math.max(0, entry.seq() - 2), 3).stream()
                    .filter(other -> other.fact() instanceof ReplyLogged reply
                            && other.recordedAt().equals(entry.recordedAt())
                            && (entry.fact() instanceof DecisionRecorded decision
                                    ? reply.number() == decision.number()
                                    : !reply.decides() && other.seq() < entry.seq()))
                    .findFirst()
                    .ifPresent(other -> fact("entry.beside", Words.say("entry.beside.counts", other.seq())));
        }
    }

    private void facts(ExerciseTools tools, Scene scene, LedgerEntry entry, String previous) {
        ZoneId zone = UserZone.of(UI.getCurrent());
        facts.addClassNames("facts", "line-above");
        fact("clock.exercise-time", EntryWords.time(scene, entry));
        fact(
                "entry.occurred",
                StoryClock.dateTime(entry.occurredAt(), zone) + ":"
                        + StoryClock.real(entry.occurredAt(), zone).substring(6));
        fact("entry.recorded", StoryClock.real(entry.recordedAt(), zone));
        beside(tools, entry);
        fact("log.who", EntryWords.who(scene, entry));
        fact("entry.audience", EntryWords.audience(scene, entry.audience()));
        hash("entry.hash", entry.hash());
        hash("entry.previous", previous.isEmpty() ? Words.say("entry.first") : previous);
    }

    private void fact(String key, String value) {
        facts.add(new DescriptionList.Term(Words.say(key)), new DescriptionList.Description(value));
    }

    private void hash(String key, String value) {
        DescriptionList.Description description = new DescriptionList.Description(value);
        description.addClassName("mono");
        facts.add(new DescriptionList.Term(Words.say(key)), description);
    }

    /** Where it stands beneath the list that it was chosen from, the reader is brought here; beside the list the keyboard stays there. */
    public void comeIntoView() {
        heading.getElement().executeJs("if (!matchMedia('(min-width: 62.5em)').matches) { this.focus(); }");
    }

    /** Brings the reader here: the keyboard is at the heading, which comes into view. */
    public void arrive() {
        heading.getElement().executeJs("this.focus()");
    }
}
