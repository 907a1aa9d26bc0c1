package org.startex.ui.lrc;

import static java.util.Comparator.comparing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.startex.kernel.LessonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFilter;
import org.startex.lrc.Improvement;
import org.startex.ui.Html;
import org.startex.ui.Narrow;

/** Improvement records as a table that can be sorted by each column. */
final class RecordGrid extends Grid<Improvement> {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private final transient Map<LessonId, Integer> lessons = new HashMap<>();

    RecordGrid(LrcTools tools) {
        this.tools = tools;
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        addClassName("lrc-grid");
        setAllRowsVisible(true);
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", TEXTS.get("records.title"));
        Column<Improvement> number = addColumn(Improvement::number)
                .setHeader(TEXTS.get("column.number"))
                .setComparator(comparing(Improvement::number))
                .setWidth("4rem")
                .setFlexGrow(0);
        addColumn(new ComponentRenderer<>(RecordGrid::title))
                .setHeader(TEXTS.get("column.title"))
                .setComparator(comparing(Improvement::title, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(3);
        Column<Improvement> step = addColumn(this::step)
                .setHeader(TEXTS.get("column.step"))
                .setComparator(comparing(record -> record.draft().step().value()))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        Column<Improvement> lesson = addColumn(this::lesson)
                .setHeader(TEXTS.get("column.lesson"))
                .setComparator(comparing(record -> lessons.getOrDefault(record.lesson(), 0)))
                .setWidth("6.5rem")
                .setFlexGrow(0);
        Column<Improvement> owner = addColumn(ImprovementWords::owner)
                .setHeader(TEXTS.get("column.owner"))
                .setComparator(comparing(ImprovementWords::owner, String.CASE_INSENSITIVE_ORDER))
                .setFlexGrow(2);
        Column<Improvement> due = addColumn(record -> LrcDates.day(record.due()))
                .setHeader(TEXTS.get("column.due"))
                .setComparator(comparing(Improvement::due))
                .setWidth("9rem")
                .setFlexGrow(0);
        addColumn(new ComponentRenderer<>(record -> ImprovementWords.chip(record, tools.today())))
                .setHeader(TEXTS.get("column.state"))
                .setComparator(comparing(Improvement::state))
                .setWidth("10rem")
                .setFlexGrow(0);
        getColumns().forEach(column -> column.setSortable(true));
        sort(List.of(new GridSortOrder<>(due, SortDirection.ASCENDING)));
        Narrow.leaveOut(this, List.of(number, step, lesson, owner, due));
    }

    void show(List<Improvement> records) {
        lessons.clear();
        tools.lessons()
                .lessons(tools.caller(), LessonFilter.ALL)
                .forEach((Lesson lesson) -> lessons.put(lesson.id(), lesson.number()));
        setItems(records);
    }

    private static Component title(Improvement record) {
        Anchor link = new Anchor(LrcNavigation.record(record.number()), record.title());
        link.addClassName("b");
        return Html.div("lrc-cell", Html.span("m narrow-only", Integer.toString(record.number())), link);
    }

    private String step(Improvement record) {
        return tools.manual().step(record.draft().step()).map(LrcFacts::step).orElse("");
    }

    private String lesson(Improvement record) {
        Integer number = lessons.get(record.lesson());
        return number == null ? "" : TEXTS.get("lesson.short", Objects.toString(number));
    }
}
