package org.startex.ui.lessons;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.startex.debrief.Finding;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.lessons.CitedEntry;
import org.startex.lessons.Lesson;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;

/** What a lesson comes from: the finding, as far as the reader may see it, and the entries of the record that it cites, each with its hash. */
final class SourcePanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    SourcePanel(LessonTools tools, Finding finding) {
        frame(tools, finding.exercise(), Optional.of(finding));
        UnorderedList entries = new UnorderedList();
        entries.addClassNames("lines", "s");
        finding.entries().forEach(entry -> entries.add(new ListItem(entry(tools, entry))));
        add(entries);
    }

    SourcePanel(LessonTools tools, Lesson lesson) {
        frame(tools, lesson.exercise(), tools.finding(lesson.finding()));
        List<CitedEntry> cited = tools.lessons().cited(tools.caller(), lesson.id());
        UnorderedList entries = new UnorderedList();
        entries.addClassNames("lines", "s");
        cited.forEach(entry -> entries.add(new ListItem(Html.div(
                "stack tight",
                entry(tools, entry.entry()),
                Html.span("mono m", TEXTS.get("source.hash", entry.hash()))))));
        add(Html.p("s b", TEXTS.get("source.cites", cited.size())), entries);
    }

    private void frame(LessonTools tools, ExerciseId exercise, Optional<Finding> finding) {
        addClassNames("panel", "pad", "stack");
        String title = tools.lessons().exercises(tools.caller()).getOrDefault(exercise, "");
        add(new H2(TEXTS.get("source.title")));
        Div where = Html.div("row wrap s", Html.span("extag", TEXTS.get("source.ex")), Html.span("b", title));
        add(where);
        if (finding.isEmpty()) {
            add(Html.p("m s", TEXTS.get("source.hidden")));
            return;
        }
        Finding found = finding.get();
        String number = TEXTS.get("source.finding", found.number());
        where.add(
                tools.readsRecord(exercise)
                        ? new Anchor(ExerciseNavigation.finding(exercise, found.number()), number)
                        : Html.span("m", number));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, TEXTS.get("source.what"), found.what());
        fact(facts, TEXTS.get("source.expected"), found.expected());
        fact(facts, TEXTS.get("source.why"), found.why());
        fact(facts, TEXTS.get("field.theme"), found.theme());
        add(facts);
        found.withdrawn()
                .ifPresent(gone -> add(org.startex.ui.Notice.caution(TEXTS.get("source.withdrawn", gone.reason()))));
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private static Component entry(LessonTools tools, EntryRef entry) {
        String words = TEXTS.get("source.entry", entry.seq());
        return tools.readsRecord(entry.exercise())
                ? new Anchor(ExerciseNavigation.entry(entry), words)
                : Html.span("", words);
    }
}
