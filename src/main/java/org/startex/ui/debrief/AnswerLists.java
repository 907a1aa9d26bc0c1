package org.startex.ui.debrief;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Place;
import org.startex.debrief.HotAnswers;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.SearchField;

/** What was answered, question by question; found by words and by cell. Each answer can become a finding. */
final class AnswerLists extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final transient FindingDesk desk;
    private final transient Scene scene;
    private final transient HotAnswers given;
    private final boolean mayWrite;
    private final Div lists = Html.div("answer-lists");
    private final Select<Place> cell = new Select<>();
    private final Div said = Html.div("");
    private String search = "";

    AnswerLists(FindingDesk desk, Scene scene, HotAnswers given) {
        this.desk = desk;
        this.scene = scene;
        this.given = given;
        mayWrite = desk.mayWrite(scene.id());
        addClassName("stack");
        getElement().setAttribute("aria-label", TEXTS.get("answers.label"));
        SearchField field = new SearchField(TEXTS.get("answers.find"), text -> {
            search = text.toLowerCase(Locale.ROOT);
            draw();
        });
        field.addThemeName("small");
        cell.setAriaLabel(TEXTS.get("counts.cell"));
        cell.setEmptySelectionAllowed(true);
        cell.setEmptySelectionCaption(TEXTS.get("answers.all-cells"));
        cell.setItemLabelGenerator(each -> each == null ? TEXTS.get("answers.all-cells") : each.title());
        cell.setItems(scene.plan().places());
        cell.addThemeName("small");
        cell.addValueChangeListener(change -> draw());
        said.getElement().setAttribute("role", "status");
        add(Html.div("panel", Html.div("tb wrap", field, cell)), said, lists);
        draw();
    }

    private void draw() {
        lists.removeAll();
        list("hot.well", given.wentWell());
        list("hot.not", given.didNot());
        list("hot.differently", given.differently());
    }

    private void list(String key, List<HotAnswers.Said> answers) {
        List<HotAnswers.Said> found = answers.stream().filter(this::holds).toList();
        Div panel = Html.div("panel");
        panel.add(Html.div("ph", new H2(TEXTS.get(key)), Html.span("n", TEXTS.get("answers.count", found.size()))));
        if (found.isEmpty()) {
            panel.add(new EmptyState(TEXTS.get(answers.isEmpty() ? "answers.none" : "answers.none.found")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows", "answers");
        found.forEach(answer -> list.add(item(answer)));
        panel.add(list);
        lists.add(panel);
    }

    private ListItem item(HotAnswers.Said answer) {
        Div foot = Html.div("row wrap", Html.span("m s", who(answer)), Html.spring());
        if (mayWrite) {
            Button make = new Button(
                    TEXTS.get("answers.finding"),
                    click -> desk.write(scene, answer.text(), finding -> {
                        said.removeAll();
                        said.add(Html.span("m", TEXTS.get("answers.made", finding.number())));
                    }));
            make.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            foot.add(make);
        }
        return new ListItem(Html.div("prewrap", Html.span("", answer.text())), foot);
    }

    private String who(HotAnswers.Said answer) {
        return answer.by()
                .map(by -> scene.play()
                        .member(by)
                        .map(member -> TEXTS.get("answers.by", scene.name(by), scene.place(member)))
                        .orElse(scene.name(by)))
                .orElse(TEXTS.get("answers.nameless"));
    }

    private boolean holds(HotAnswers.Said answer) {
        Place chosen = cell.getValue();
        return (chosen == null || chosen.code().equals(cellOf(answer.by().orElse(null))))
                && (answer.text() + " " + who(answer)).toLowerCase(Locale.ROOT).contains(search);
    }

    private @Nullable CellCode cellOf(@Nullable ParticipantId by) {
        return by == null
                ? null
                : scene.play()
                        .member(by)
                        .filter(member -> member.role() == ExerciseRole.PLAYER)
                        .map(member -> member.cell())
                        .filter(Objects::nonNull)
                        .orElse(null);
    }
}
