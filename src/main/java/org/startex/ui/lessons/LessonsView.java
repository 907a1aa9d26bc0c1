package org.startex.ui.lessons;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonFilter;
import org.startex.lessons.LessonState;
import org.startex.lessons.LessonTest;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.SearchField;
import org.startex.ui.Words;

/** Lessons as a list, as a board by state, and what one has to do oneself. */
@Route(value = "lessons", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lessons.css")
class LessonsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final transient LessonTools tools;
    private final transient LessonActs acts;
    private final Filters<Shown> shown;
    private final Div filters = Html.div("row wrap lesson-filters");
    private final Div due = Html.div("stack");
    private final Div content = Html.div("stack");
    private final ComboBox<LessonState> state = new ComboBox<>(TEXTS.get("filter.state"));
    private final ComboBox<String> theme = new ComboBox<>(TEXTS.get("filter.theme"));
    private final ComboBox<Owner> owner = new ComboBox<>(TEXTS.get("filter.owner"));
    private final Checkbox overdue = new Checkbox(TEXTS.get("filter.overdue"));
    private String search = "";

    /** Somebody who owns a lesson. */
    private record Owner(PersonId person, String name) {}

    LessonsView(LessonTools tools) {
        this.tools = tools;
        this.acts = new LessonActs(tools, changed -> refresh());
        addClassNames("page", "lessons-page");
        SearchField field = new SearchField(TEXTS.get("find"), text -> {
            search = text;
            refresh();
        });
        shown = new Filters<>(TEXTS.get("shown"), Shown.class, Shown.LIST, chosen -> refresh());
        filters(tools.lessons().lessons(tools.caller(), LessonFilter.ALL));
        add(
                Html.p("working-record", TEXTS.get("working-record")),
                Html.div("pagehead", new H1(TEXTS.get("lessons")), Html.spring(), field, shown),
                due,
                filters,
                content,
                new KeyMap().key("/", field));
        refresh();
    }

    private void filters(List<Lesson> all) {
        Map<PersonId, String> names = tools.lessons().names(tools.caller());
        state.setItems(LessonState.values());
        state.setItemLabelGenerator(LessonWords::state);
        theme.setItems(all.stream().map(Lesson::theme).distinct().sorted().toList());
        owner.setItems(all.stream()
                .map(Lesson::owner)
                .filter(Objects::nonNull)
                .distinct()
                .map(person -> new Owner(person, names.getOrDefault(person, "")))
                .sorted(java.util.Comparator.comparing(Owner::name))
                .toList());
        owner.setItemLabelGenerator(Owner::name);
        List.of(state, theme, owner).forEach(box -> {
            box.setClearButtonVisible(true);
            box.addThemeName("small");
            box.addValueChangeListener(change -> refresh());
            filters.add(box);
        });
        overdue.addValueChangeListener(change -> refresh());
        filters.add(overdue);
        filters.setVisible(!all.isEmpty());
    }

    private LessonFilter filter(LocalDate today) {
        Owner chosen = owner.getValue();
        return new LessonFilter(
                search,
                state.getValue() == null ? Set.of() : Set.of(state.getValue()),
                theme.getValue(),
                chosen == null ? null : chosen.person(),
                Boolean.TRUE.equals(overdue.getValue()) ? today : null);
    }

    private void refresh() {
        LocalDate today = tools.today();
        List<Lesson> all = tools.lessons().lessons(tools.caller(), LessonFilter.ALL);
        List<Lesson> found = tools.lessons().lessons(tools.caller(), filter(today));
        long own = tools.lessons().ownActions(tools.caller()).stream()
                .filter(each -> each.action().open())
                .count();
        long late = all.stream().filter(lesson -> lesson.overdue(today)).count();
        shown.label(each -> TEXTS.get("shown." + LessonWords.key(each), each == Shown.MINE ? own : found.size()));
        overdue.setLabel(TEXTS.get("filter.overdue.count", late));
        due();
        filters.setVisible(!all.isEmpty() && shown.chosen() != Shown.MINE);
        content.removeAll();
        if (shown.chosen() == Shown.MINE) {
            content.add(new OwnActionsPanel(tools, acts, search));
        } else if (all.isEmpty()) {
            content.add(Html.div("panel", new EmptyState(TEXTS.get("empty"))));
        } else if (found.isEmpty()) {
            content.add(Html.div("panel", new EmptyState(TEXTS.get("none-found"))));
        } else {
            Map<PersonId, String> names = tools.lessons().names(tools.caller());
            content.add(
                    shown.chosen() == Shown.LIST
                            ? new LessonGrid(found, names, today)
                            : new LessonBoard(acts, found, names, today));
        }
    }

    /** What waits for a judgement by whoever sits here. */
    private void due() {
        due.removeAll();
        PersonId me = tools.person();
        List<LessonTest> waiting = tools.lessons().testsDue(tools.caller()).stream()
                .filter(test ->
                        tools.lessons().mayJudge(tools.caller(), test.id().exercise()))
                .filter(test -> !owns(me, test))
                .toList();
        if (!waiting.isEmpty()) {
            Div links = Html.div("stack tight");
            waiting.forEach(test -> links.add(new com.vaadin.flow.component.html.Anchor(
                    LessonNavigation.lesson(test.lessonNumber()),
                    TEXTS.get("due.test", test.lessonNumber(), test.lessonTitle(), test.exerciseTitle()))));
            due.add(Notice.caution(TEXTS.get("due.tests", waiting.size()), links));
        }
    }

    private boolean owns(@Nullable PersonId me, LessonTest test) {
        return me != null
                && tools.lessons()
                        .lesson(tools.caller(), test.id().lesson())
                        .filter(lesson -> lesson.ownedBy(me))
                        .isPresent();
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("lessons"));
    }

    private enum Shown {
        LIST,
        BOARD,
        MINE
    }
}
