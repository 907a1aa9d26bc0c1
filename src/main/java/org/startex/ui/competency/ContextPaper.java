package org.startex.ui.competency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.startex.competency.EvidenceContext;
import org.startex.competency.EvidenceKind;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.logbook.ActionWords;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;

/** An act with what stood around it when it happened, as copied from the sealed record; entries are links for those who may read the log. */
final class ContextPaper extends Article {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final DescriptionList facts = new DescriptionList();
    private final transient EntryRef entry;
    private final boolean links;

    /**
     * @param links whether whoever reads may open the log
     */
    ContextPaper(EvidenceKind kind, EvidenceContext context, EntryRef entry, boolean links) {
        this.entry = entry;
        this.links = links;
        addClassNames("panel", "pad", "paper");
        H2 heading = new H2(heading(kind, context));
        heading.addClassName("big");
        facts.addClassNames("facts");
        add(
                Html.div(
                        "row wrap s",
                        Html.span("mkc m", new Icon(PieceWords.icon(kind))),
                        Html.span("no", PieceWords.kind(kind)),
                        PieceWords.tag(context),
                        Html.span("m", PieceWords.day(context.occurredAt()))),
                heading);
        who(context);
        decision(kind, context);
        known(context);
        observed(context);
        proof(context);
        add(facts);
    }

    private static String heading(EvidenceKind kind, EvidenceContext context) {
        EvidenceContext.Decided decided = context.decision();
        return kind == EvidenceKind.DECISION && decided != null ? decided.decision() : PieceWords.title(kind, context);
    }

    private void who(EvidenceContext context) {
        String place =
                context.post().isEmpty() ? context.cell() : TEXTS.get("context.place", context.post(), context.cell());
        fact("context.who", place.isEmpty() ? context.name() : TEXTS.get("context.who.in", context.name(), place));
    }

    private void decision(EvidenceKind kind, EvidenceContext context) {
        ActionWords action = context.action();
        if (action != null) {
            fact("context.action", action(action));
        }
        EvidenceContext.Decided decided = context.decision();
        if (decided == null) {
            return;
        }
        if (kind != EvidenceKind.DECISION) {
            fact(
                    "context.decision",
                    TEXTS.get(
                            "context.decision.by",
                            String.valueOf(decided.number()),
                            decided.maker(),
                            decided.decision()));
        }
        fact("context.why", decided.rationale());
        fact("context.options", decided.options());
        fact("context.effect", decided.expectedEffect());
        if (action == null) {
            fact(
                    "context.actions",
                    decided.actions().stream().map(ContextPaper::action).collect(Collectors.joining("\n")));
        }
        fact("context.late", decided.lateReason());
    }

    private static String action(ActionWords action) {
        String owner = action.owner().isBlank() ? "" : TEXTS.get("context.action.owner", action.owner());
        String due = action.due().isBlank() ? "" : TEXTS.get("context.action.due", action.due());
        return (action.text() + owner + due).strip();
    }

    private void known(EvidenceContext context) {
        EvidenceContext.Known answers = context.answers();
        if (answers != null) {
            fact("context.answers", knownLine(answers, false));
        }
        if (!context.reliedOn().isEmpty()) {
            fact("context.relied-on", list(context.reliedOn(), false));
        }
        if (!context.known().isEmpty()) {
            fact("context.known", list(context.known(), true));
        }
    }

    private Component list(List<EvidenceContext.Known> entries, boolean seen) {
        UnorderedList list = new UnorderedList();
        list.addClassName("known");
        entries.forEach(one -> list.add(new ListItem(knownLine(one, seen))));
        return list;
    }

    private Component knownLine(EvidenceContext.Known one, boolean tellSeen) {
        String title = one.number().isEmpty()
                ? TEXTS.get("known.entry", one.from(), one.title())
                : TEXTS.get("known.inject", one.number(), one.title());
        Div line = Html.div("row wrap", entryLink(one.seq(), title));
        if (tellSeen) {
            line.add(Html.span("m xs", TEXTS.get(one.seen() ? "known.seen" : "known.not-seen")));
        }
        if (one.text().isBlank()) {
            return line;
        }
        Details text = new Details(TEXTS.get("known.text"), Html.quote(Markdown.of(one.text())));
        text.addClassName("folded");
        return Html.div("stack tight", line, text);
    }

    private void observed(EvidenceContext context) {
        for (EvidenceContext.Observed one : context.observations()) {
            Div said = Html.div("stack tight");
            said.add(Html.div(
                    "row wrap",
                    entryLink(one.seq(), TEXTS.get("observed.by", one.by())),
                    Html.span("b", one.rating()),
                    Html.span("m", PieceWords.codes(one.ksbs()))));
            if (!one.note().isBlank()) {
                said.add(Html.p("", one.note()));
            }
            fact("context.observed", said);
        }
    }

    private void proof(EvidenceContext context) {
        fact(
                "context.when",
                TEXTS.get(
                        "context.when.at",
                        StoryClock.dateTime(context.occurredAt(), UserZone.of(UI.getCurrent())),
                        context.time().isEmpty() ? TEXTS.get("context.before") : context.time()));
        fact("context.entry", entryLink(entry.seq(), TEXTS.get("entry", String.valueOf(entry.seq()))));
        Span hash = Html.span("mono", context.hash());
        fact("context.hash", hash);
        fact(
                "context.seal",
                TEXTS.get(
                        "context.seal.at",
                        PieceWords.day(context.seal().at()),
                        String.valueOf(context.seal().entries())));
    }

    private Component entryLink(long seq, String text) {
        return links
                ? new Anchor(ExerciseNavigation.entry(new EntryRef(entry.exercise(), seq)), text)
                : Html.span("", text);
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            fact(key, Html.span("pre", value));
        }
    }

    private void fact(String key, Component value) {
        facts.add(new DescriptionList.Term(TEXTS.get(key)), new DescriptionList.Description(value));
    }
}
