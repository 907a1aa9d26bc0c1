package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.AcknowledgementTimes;
import org.startex.conduct.ConditionStanding;
import org.startex.conduct.Delivered;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.InjectReceipt;
import org.startex.conduct.InjectRow;
import org.startex.conduct.PersonReceipt;
import org.startex.kernel.ParticipantId;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.Words;
import org.startex.ui.lessons.LessonMarks;

/**
 * The one thing: the selected inject, what is expected, who has received, seen, acknowledged and answered it, and the one act that its state allows.
 * The act changes with the selection, never with the clock.
 */
final class BoardPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient LessonMarks lessons;
    private final Div head = Html.div("ph big");
    private final Div body = Html.div("bd");
    private final Div table = Html.div("");
    private final Div more = Html.div("");
    private final InjectActBar acts;
    private final MailPart mail;
    private transient @Nullable InjectRow row;
    private transient @Nullable InjectRow shownRow;
    private transient List<PersonReceipt> shownPeople = List.of();
    private String shownBody = "-";
    private String shownTimes = "";

    BoardPanel(ExerciseTools tools, LessonMarks lessons, InjectMailService mailing, SavedLine saved) {
        this.tools = tools;
        this.lessons = lessons;
        acts = new InjectActBar(tools, saved);
        mail = new MailPart(mailing);
        addClassNames("panel", "dt", "page-detail");
        getElement().setAttribute("tabindex", "-1");
        table.addClassName("who-box");
        add(head, body, mail, table, more, acts);
        empty();
    }

    /** Brings the keyboard here; but whoever goes on from row to row in the list keeps it there, as long as both are on the screen. */
    void arrive() {
        getElement()
                .executeJs(
                        "(from => (from?.closest('#injects') && matchMedia('(min-width: 50em)').matches) || ((this.from = from) && this.focus()))(document.activeElement)");
    }

    /** Escape brings the keyboard back to where the inject was opened, after what is to be done first. */
    void leaving(Runnable first) {
        getElement()
                .addEventListener("keydown", event -> {
                    first.run();
                    getElement().executeJs("this.from?.checkVisibility() && this.from.focus()");
                })
                .setFilter("event.key === 'Escape' && !event.defaultPrevented");
    }

    /** The acts on the selected inject. */
    InjectActBar acts() {
        return acts;
    }

    void show(Scene now, @Nullable InjectRow selected, Map<Long, Map<ParticipantId, InjectReceipt>> receipts) {
        if (selected == null) {
            if (row != null) {
                row = null;
                empty();
            }
            return;
        }
        boolean other = row == null || !row.sameLine(selected);
        row = selected;
        if (other) {
            acts.other();
            getElement().setAttribute("aria-label", Words.say("board.of", selected.number(), selected.title()));
        }
        head(selected);
        body(now, selected);
        mail.show(now, selected);
        people(now, selected, receipts);
        acts.show(now, selected);
    }

    private void empty() {
        getElement().setAttribute("aria-label", Words.say("board.label"));
        shownRow = null;
        shownBody = "-";
        head.removeAll();
        body.removeAll();
        mail.nothing();
        table.removeAll();
        more.removeAll();
        acts.nothing();
        body.add(new EmptyState(Words.say("board.none")));
    }

    private void head(InjectRow selected) {
        InjectRow before = shownRow;
        if (before == null
                || !before.sameLine(selected)
                || before.state() != selected.state()
                || !before.turn().equals(selected.turn())) {
            head.removeAll();
            head.add(Html.span("no", selected.number().value()), new InjectChip(selected));
        }
        shownRow = selected;
    }

    private void body(Scene now, InjectRow selected) {
        String wanted = selected.number() + "/" + selected.seq() + "/"
                + now.play().handling(selected.number()) + waits(now, selected)
                + selected.delivery().flatMap(now.play()::delivered).map(d -> d.corrections() + "/" + d.recall());
        if (!wanted.equals(shownBody)) {
            shownBody = wanted;
            body.removeAll();
            body.add(new InjectText(now, selected));
            if (!selected.adHoc()) {
                body.add(lessons.in(now.id(), selected.number()));
            }
            more.removeAll();
            more.add(InjectText.more(now, selected, tools.attachments()));
        }
    }

    /** What would change what is said of the conditions it waits for. */
    private static List<ConditionStanding> waits(Scene now, InjectRow selected) {
        return selected.sent()
                ? List.of()
                : now.play().planned(selected.number()).stream()
                        .flatMap(inject -> ConditionStanding.of(now.play(), inject, now.elapsed()).stream())
                        .toList();
    }

    private void people(Scene now, InjectRow selected, Map<Long, Map<ParticipantId, InjectReceipt>> receipts) {
        Optional<Delivered> delivered = selected.delivery().flatMap(now.play()::delivered);
        List<PersonReceipt> people = delivered
                .map(d ->
                        PersonReceipt.of(now.play(), d, receipts.getOrDefault(d.seq(), Map.of()), now.now(), down(now)))
                .orElse(List.of());
        String times = delivered
                .map(d -> d.recalled().isPresent()
                        ? Words.say("times.recalled")
                        : AcknowledgementWords.of(AcknowledgementTimes.of(now.play(), d, now.now())))
                .orElse("");
        if (delivered.isEmpty()) {
            table.removeAll();
            shownPeople = List.of();
        } else if (table.getChildren().findAny().isEmpty()
                || !people.equals(shownPeople)
                || !times.equals(shownTimes)) {
            shownPeople = people;
            shownTimes = times;
            table.removeAll();
            table.add(new ReceiptTable(now, selected, people), Html.div("times m s", Html.span("", times)));
        }
    }

    /** Since when nobody has heard of somebody's page; the beginning of time where nobody ever has. */
    private Function<ParticipantId, Optional<Instant>> down(Scene now) {
        Predicate<ParticipantId> connected = tools.connected(now.id());
        return who -> connected.test(who)
                ? Optional.empty()
                : Optional.of(tools.lastSeen(now.id(), who).orElse(Instant.EPOCH));
    }

    static H2 heading(String title) {
        H2 heading = new H2(title);
        heading.addClassName("big");
        return heading;
    }
}
