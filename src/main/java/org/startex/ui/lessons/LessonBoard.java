package org.startex.ui.lessons;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.startex.kernel.LessonId;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAct;
import org.startex.lessons.LessonState;
import org.startex.ui.Html;

/** Lessons in columns by state. A lesson is moved on by the buttons on its card, each of which asks first. */
final class LessonBoard extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    LessonBoard(LessonActs acts, List<Lesson> lessons, Map<PersonId, String> names, LocalDate today) {
        addClassName("lesson-board");
        Map<LessonId, Set<LessonAct>> may = acts.allowed(lessons);
        for (LessonState state : List.of(
                LessonState.IDENTIFIED,
                LessonState.ACCEPTED,
                LessonState.IMPLEMENTED,
                LessonState.EMBEDDED,
                LessonState.DECLINED)) {
            List<Lesson> here = lessons.stream()
                    .filter(lesson -> lesson.state() == state)
                    .sorted(Comparator.comparing(Lesson::due, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(Lesson::number))
                    .toList();
            Section column = new Section(
                    Html.div("row", new H2(LessonWords.state(state)), Html.span("m s", Integer.toString(here.size()))));
            column.addClassName("lesson-column");
            column.getElement().setAttribute("aria-label", LessonWords.state(state));
            if (here.isEmpty()) {
                column.add(Html.p("m s", TEXTS.get("board.empty")));
            }
            here.forEach(
                    lesson -> column.add(card(acts, may.getOrDefault(lesson.id(), Set.of()), lesson, names, today)));
            add(column);
        }
    }

    private static Article card(
            LessonActs acts, Set<LessonAct> may, Lesson lesson, Map<PersonId, String> names, LocalDate today) {
        Article card = new Article();
        card.addClassNames("panel", "pad", "lesson-card");
        PersonId owner = lesson.owner();
        LocalDate due = lesson.due();
        Div name = Html.div(
                "row top",
                Html.span("no", Integer.toString(lesson.number())),
                new Anchor(LessonNavigation.lesson(lesson.number()), lesson.title()));
        String who = owner == null ? TEXTS.get("owner.none") : names.getOrDefault(owner, "");
        card.add(name, Html.span("m s", due == null ? who : TEXTS.get("action.about.due", who, LessonTools.day(due))));
        if (lesson.overdue(today) || lesson.reopenedBy().isPresent()) {
            Div chips = Html.div("row wrap");
            if (lesson.overdue(today)) {
                chips.add(LessonWords.overdue());
            }
            if (lesson.reopenedBy().isPresent()) {
                chips.add(LessonWords.chip(lesson));
            }
            card.add(chips);
        }
        List<Button> moves = acts.moves(lesson, true, may);
        if (!moves.isEmpty()) {
            card.add(Html.div("row wrap", moves.toArray(Button[]::new)));
        }
        return card;
    }
}
