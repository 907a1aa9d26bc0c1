package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.startex.kernel.Texts;
import org.startex.lessons.CitedEntry;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonTest;
import org.startex.lrc.Improvement;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.Html;

/** The way from a record back to the moment it came from: the lesson, its finding, and the entries of the exercise's record that show it, each with its hash; and forward to where it was tested. */
final class WalkBack extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");
    private static final int SHOWN_HASH = 12;

    private final transient LrcTools tools;

    WalkBack(LrcTools tools, Improvement record) {
        this.tools = tools;
        addClassNames("panel", "lrc-walk");
        OrderedList chain = new OrderedList();
        tools.lessons().lesson(tools.caller(), record.lesson()).ifPresent(lesson -> {
            List<CitedEntry> cited = tools.lessons().cited(tools.caller(), lesson.id());
            chain.add(link("walk.exercise", exercise(record, lesson)));
            chain.add(link("walk.entries", entries(cited)));
            chain.add(link("walk.finding", finding(lesson)));
            chain.add(link(
                    "walk.lesson",
                    new Anchor(
                            "lessons/" + lesson.number(),
                            TEXTS.get("lesson.numbered", Integer.toString(lesson.number()), lesson.title()))));
            chain.add(link("walk.record", Html.span("b", Integer.toString(record.number()))));
            chain.add(link("walk.tested", tests(lesson)));
        });
        add(Html.div("ph", new H2(TEXTS.get("walk"))), chain);
    }

    private static ListItem link(String key, Component... to) {
        ListItem item = new ListItem(Html.span("m xs", TEXTS.get(key)));
        item.add(to);
        return item;
    }

    private Component exercise(Improvement record, Lesson lesson) {
        String title = tools.improvements().learnedFrom(tools.caller(), record.number());
        return new Anchor(ExerciseNavigation.log(lesson.exercise()), LrcFacts.exerciseTag(title));
    }

    /** Each entry with the beginning of its hash; the whole of it is told on the way and by the entry itself. */
    private static Component[] entries(List<CitedEntry> cited) {
        return cited.stream()
                .map(each -> {
                    Span hash = Html.span("mono m", each.hash().substring(0, SHOWN_HASH));
                    hash.setTitle(each.hash());
                    return Html.span(
                            "lrc-entry",
                            new Anchor(
                                    ExerciseNavigation.entry(each.entry()),
                                    TEXTS.get(
                                            "walk.entry",
                                            Long.toString(each.entry().seq()))),
                            hash);
                })
                .toArray(Component[]::new);
    }

    private Component finding(Lesson lesson) {
        return tools.finding(lesson)
                .<Component>map(finding -> new Anchor(
                        "exercise/" + finding.exercise() + "/debrief?finding=" + finding.number(),
                        TEXTS.get("walk.finding-numbered", Integer.toString(finding.number()), finding.what())))
                .orElseGet(() -> Html.span("m", TEXTS.get("walk.finding-closed")));
    }

    private Component[] tests(Lesson lesson) {
        List<LessonTest> tests = tools.lessons().tests(tools.caller(), lesson.id());
        if (tests.isEmpty()) {
            return new Component[] {Html.span("m", TEXTS.get("walk.not-tested"))};
        }
        return tests.stream()
                .map(test -> Html.span(
                        "lrc-entry",
                        new Anchor(
                                ExerciseNavigation.log(test.id().exercise()),
                                LrcFacts.exerciseTag(test.exerciseTitle())),
                        Html.span("", held(test))))
                .toArray(Component[]::new);
    }

    private static String held(LessonTest test) {
        return TEXTS.get(test.judgement()
                .map(said -> switch (said.held()) {
                    case HELD -> "walk.held";
                    case PARTLY -> "walk.partly";
                    case NOT_HELD -> "walk.not-held";
                    case NOT_REACHED -> "walk.not-reached";
                })
                .orElse(test.ended() ? "walk.to-judge" : "walk.to-come"));
    }
}
