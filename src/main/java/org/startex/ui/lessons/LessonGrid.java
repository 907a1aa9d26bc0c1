package org.startex.ui.lessons;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAction;
import org.startex.ui.Html;
import org.startex.ui.Narrow;

/** Lessons in rows, sorted by any column. */
final class LessonGrid extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient Map<PersonId, String> names;
    private final transient LocalDate today;

    LessonGrid(List<Lesson> lessons, Map<PersonId, String> names, LocalDate today) {
        this.names = names;
        this.today = today;
        addClassName("panel");
        Grid<Lesson> grid = new Grid<>();
        grid.addColumn(Lesson::number)
                .setHeader(TEXTS.get("column.number"))
                .setWidth("56px")
                .setFlexGrow(0)
                .setSortable(true);
        grid.addComponentColumn(LessonGrid::title)
                .setHeader(TEXTS.get("column.title"))
                .setFlexGrow(4)
                .setComparator(Comparator.comparing(Lesson::title, String.CASE_INSENSITIVE_ORDER))
                .setSortable(true);
        grid.addComponentColumn(LessonWords::chip)
                .setHeader(TEXTS.get("filter.state"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(Lesson::state))
                .setSortable(true);
        Grid.Column<Lesson> theme = grid.addColumn(Lesson::theme)
                .setHeader(TEXTS.get("filter.theme"))
                .setFlexGrow(2)
                .setSortable(true);
        Grid.Column<Lesson> owner = grid.addColumn(this::owner)
                .setHeader(TEXTS.get("filter.owner"))
                .setFlexGrow(1)
                .setSortable(true);
        Grid.Column<Lesson> due = grid.addComponentColumn(this::due)
                .setHeader(TEXTS.get("due"))
                .setWidth("196px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(Lesson::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .setSortable(true);
        Grid.Column<Lesson> actions = grid.addColumn(LessonGrid::actions)
                .setHeader(TEXTS.get("actions"))
                .setWidth("90px")
                .setFlexGrow(0)
                .setComparator(
                        Comparator.comparing(lesson -> lesson.openActions().size()))
                .setSortable(true);
        Narrow.leaveOut(this, List.of(theme, owner, due, actions));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setMultiSort(true);
        grid.setItems(lessons);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", TEXTS.get("lessons"));
        grid.addItemClickListener(click ->
                UI.getCurrent().navigate(LessonNavigation.lesson(click.getItem().number())));
        add(grid);
    }

    private static Component title(Lesson lesson) {
        return new Anchor(LessonNavigation.lesson(lesson.number()), lesson.title());
    }

    private String owner(Lesson lesson) {
        PersonId owner = lesson.owner();
        return owner == null ? TEXTS.get("owner.none") : names.getOrDefault(owner, "");
    }

    private Component due(Lesson lesson) {
        LocalDate day = lesson.due();
        if (day == null) {
            return Html.span("m", TEXTS.get("due.none"));
        }
        return lesson.overdue(today)
                ? Html.span("row late-day", LessonWords.overdue(), Html.span("", LessonTools.day(day)))
                : Html.span("", LessonTools.day(day));
    }

    private static String actions(Lesson lesson) {
        long all = lesson.actions().stream()
                .filter(action -> action.droppedWhy() == null)
                .count();
        long done = lesson.actions().stream().filter(LessonAction::done).count();
        return all == 0 ? "" : TEXTS.get("actions.count", done, all);
    }
}
