package org.startex.ui.library;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.startex.kernel.Lengths;
import org.startex.scenario.Finding;
import org.startex.scenario.LibraryEntry;
import org.startex.scenario.LintReport;
import org.startex.scenario.Scenario;
import org.startex.scenario.Severity;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Words;

/** One scenario in the library: what it is, how large, and what lint found. */
final class ScenarioCard extends Article {
    private static final long serialVersionUID = 1L;

    private ScenarioCard(H2 heading) {
        addClassNames("panel", "pad", "card");
        add(heading);
    }

    static ScenarioCard of(LibraryEntry entry) {
        return switch (entry) {
            case LibraryEntry.Ready ready -> ready(ready.scenario(), ready.report());
            case LibraryEntry.Faulty faulty -> faulty(faulty.report());
        };
    }

    private static ScenarioCard ready(Scenario scenario, LintReport report) {
        ScenarioCard card = new ScenarioCard(new H2(new Anchor("library/" + scenario.slug(), scenario.title())));
        card.add(Html.div(
                "row wrap s", Html.span("b", Words.say("kind." + scenario.kind())), Html.span("m", scenario.hazard())));
        card.add(Html.p("aim", scenario.aim()));
        card.add(Html.p(
                "m s",
                Words.say(
                        "library.size",
                        scenario.injects().size(),
                        scenario.cells().size(),
                        Lengths.of(scenario.length().toDuration()))));
        if (!report.clean()) {
            card.add(findings(report));
        }
        return card;
    }

    private static ScenarioCard faulty(LintReport report) {
        ScenarioCard card = new ScenarioCard(new H2(report.slug()));
        card.add(Html.div(
                "row",
                Html.span("st late", new Icon("late"), Html.span("", Words.say("library.faulty", report.errors())))));
        card.add(Html.p("m s", Words.say("library.faulty.why")), findings(report));
        return card;
    }

    static Div findings(LintReport report) {
        UnorderedList list = new UnorderedList();
        list.addClassName("findings");
        report.findings().forEach(finding -> list.add(line(finding)));
        return Html.div("stack", list);
    }

    private static ListItem line(Finding finding) {
        boolean error = finding.severity() == Severity.ERROR;
        ListItem line = new ListItem();
        Icon icon = new Icon(error ? "late" : "info");
        icon.addClassNames("mkc", error ? "late" : "due");
        line.add(
                icon,
                Html.div(
                        "stack tight",
                        Html.span("", finding.message()),
                        Html.span("m", finding.remedy()),
                        Html.span(
                                "mono m",
                                Words.say("library.place", finding.file(), Integer.toString(finding.line())))));
        return line;
    }
}
