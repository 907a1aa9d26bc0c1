package org.startex.ui.debrief;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingVersion;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.CopyLink;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Notice;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;

/** One finding with the entries that show it, its history, and what may be done with it. */
final class FindingCard extends Article {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final H2 heading;

    FindingCard(
            FindingDesk desk,
            Scene scene,
            Finding finding,
            Map<Long, LedgerEntry> entries,
            boolean mayWrite,
            Consumer<Finding> changed) {
        addClassNames("panel", "pad", "finding");
        heading = new H2(finding.what());
        heading.getElement().setAttribute("tabindex", "-1");
        add(
                Html.div(
                        "row wrap s",
                        Html.span("no", TEXTS.get("finding.number", finding.number())),
                        kind(finding.goodPractice()),
                        Html.span("m", finding.theme()),
                        Html.spring(),
                        new CopyLink(
                                ExerciseNavigation.finding(finding.exercise(), finding.number()),
                                TEXTS.get("finding.copy", finding.number()))),
                heading);
        finding.withdrawn()
                .ifPresent(gone -> add(
                        Notice.caution(TEXTS.get("finding.withdrawn", gone.byName(), when(gone.at()), gone.reason()))));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "finding.expected", finding.expected());
        fact(facts, "finding.why", finding.why());
        add(facts, shownBy(scene, finding, entries), foot(desk, scene, finding, mayWrite, changed));
        if (finding.version() > 1) {
            add(history(desk, finding));
        }
    }

    private static Span kind(boolean good) {
        return good
                ? Html.span("st mini ack", new Icon("ack"), Html.span("", TEXTS.get("kind.good")))
                : Html.span("st mini due", new Icon("due"), Html.span("", TEXTS.get("kind.improve")));
    }

    private static void fact(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(TEXTS.get(key)), new DescriptionList.Description(Html.span("prewrap", value)));
    }

    private static Div shownBy(Scene scene, Finding finding, Map<Long, LedgerEntry> entries) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("lines", "s");
        for (EntryRef cited : finding.entries()) {
            LedgerEntry entry = entries.get(cited.seq());
            Anchor link = new Anchor(ExerciseNavigation.entry(cited), TEXTS.get("entry", cited.seq()));
            link.setAriaLabel(TEXTS.get("entry.open", cited.seq()));
            list.add(new ListItem(Html.span(
                    "row wrap",
                    link,
                    Html.span("m", entry == null ? "" : EntryWords.time(scene, entry)),
                    Html.span("", entry == null ? "" : EntryWords.summary(scene, entry)),
                    Html.span("mono m", entry == null ? "" : entry.hash().substring(0, 12)))));
        }
        return Html.div("stack tight line-above", Html.span("m s", TEXTS.get("finding.shown-by")), list);
    }

    private static Div foot(
            FindingDesk desk, Scene scene, Finding finding, boolean mayWrite, Consumer<Finding> changed) {
        Div foot = Html.div(
                "row wrap line-above",
                Html.span("m s", TEXTS.get("finding.by", finding.byName(), when(finding.at()))),
                Html.spring());
        if (finding.stands() && mayWrite) {
            Button change = small("finding.change", () -> desk.change(scene, finding, changed));
            change.setAriaLabel(TEXTS.get("finding.change.label", finding.number()));
            Button withdraw = small("withdraw", () -> desk.withdraw(finding, changed));
            withdraw.setAriaLabel(TEXTS.get("withdraw.label", finding.number()));
            Anchor lesson = new Anchor("lessons/new?finding=" + finding.id(), TEXTS.get("finding.lesson"));
            lesson.addClassName("as-button");
            foot.add(withdraw, change, lesson);
        }
        return foot;
    }

    private static Button small(String key, Runnable act) {
        Button button = new Button(TEXTS.get(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static Details history(FindingDesk desk, Finding finding) {
        List<FindingVersion> versions = desk.history(finding);
        UnorderedList list = new UnorderedList();
        list.addClassNames("lines", "s");
        versions.reversed().forEach(version -> list.add(new ListItem(Html.span("", words(version)))));
        Details details = new Details(TEXTS.get("history", versions.size()), list);
        details.addClassName("folded");
        return details;
    }

    private static String words(FindingVersion version) {
        String who = version.byName();
        String at = when(version.at());
        return switch (version.act()) {
            case RECORDED ->
                TEXTS.get("history.recorded", at, who, version.content().what());
            case CHANGED ->
                TEXTS.get("history.changed", at, who, version.content().what());
            case WITHDRAWN -> TEXTS.get("history.withdrawn", at, who, version.reason());
        };
    }

    private static String when(Instant at) {
        return StoryClock.dateTime(at, UserZone.of(UI.getCurrent()));
    }

    /** Brings the reader here. */
    void arrive() {
        addClassName("arrived");
        heading.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'center'})");
    }
}
