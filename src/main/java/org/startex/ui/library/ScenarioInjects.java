package org.startex.ui.library;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.startex.kernel.Addressee;
import org.startex.kernel.ObjectiveCode;
import org.startex.scenario.Cell;
import org.startex.scenario.Inject;
import org.startex.scenario.InjectKind;
import org.startex.scenario.Scenario;
import org.startex.ui.Channels;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.Narrow;
import org.startex.ui.SearchField;
import org.startex.ui.StoryClock;
import org.startex.ui.Words;

/** A scenario's injects as a list. */
final class ScenarioInjects extends Div {
    private static final long serialVersionUID = 1L;

    private final Grid<Inject> grid = new Grid<>();

    ScenarioInjects(Scenario scenario, Consumer<Inject> open) {
        addClassName("panel");
        KindWords kinds = new KindWords(scenario);
        SearchField field = new SearchField(Words.say("injects.find"), text -> grid.setItems(found(scenario, text)));
        field.addThemeName("small");
        grid.addColumn(inject -> inject.number().value())
                .setHeader(Words.say("injects.number"))
                .setWidth("60px")
                .setFlexGrow(0)
                .setPartNameGenerator(inject -> "number");
        grid.addColumn(kinds::shortly)
                .setHeader(Words.say("injects.due"))
                .setWidth(plain(scenario) ? "64px" : "108px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Inject>of(
                                "<span class=\"row\"><sx-icon class=\"m\" name=\"${item.icon}\"></sx-icon><span class=\"vh\">${item.channel}: </span><span class=\"ell\">${item.title}</span></span>")
                        .withProperty("icon", inject -> Channels.icon(inject.channel()))
                        .withProperty("channel", inject -> Channels.word(inject.channel()))
                        .withProperty("title", Inject::title))
                .setHeader(Words.say("injects.title"))
                .setFlexGrow(3);
        Grid.Column<Inject> to = grid.addColumn(inject -> to(scenario, inject))
                .setHeader(Words.say("injects.to"))
                .setFlexGrow(2);
        Grid.Column<Inject> tests = grid.addColumn(inject ->
                        inject.objectives().stream().map(ObjectiveCode::value).collect(Collectors.joining(", ")))
                .setHeader(Words.say("injects.tests"))
                .setWidth("96px")
                .setFlexGrow(0);
        Narrow.leaveOut(this, List.of(to, tests));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setItems(scenario.injects());
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", Words.say("injects.label"));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null && change.isFromClient()) {
                open.accept(change.getValue());
            }
        });
        add(Html.div("tb", field), grid, new KeyMap().key("/", field));
        scenario.injects().stream().findFirst().ifPresent(grid::select);
    }

    /** Whether every inject has a plain time on the story's first day. */
    private static boolean plain(Scenario scenario) {
        return scenario.injects().stream().allMatch(inject -> inject.kind() instanceof InjectKind.Timed)
                && !new StoryClock(scenario.start(), scenario.zone()).severalDays(scenario.length());
    }

    void choose(Inject inject) {
        grid.select(inject);
    }

    static String to(Scenario scenario, Inject inject) {
        return inject.to().stream()
                .map(Addressee::cell)
                .distinct()
                .map(code -> scenario.cell(code).map(Cell::title).orElse(code.value()))
                .collect(Collectors.joining(", "));
    }

    private static List<Inject> found(Scenario scenario, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return scenario.injects().stream()
                .filter(inject -> (inject.number() + " " + inject.title() + " " + inject.from() + " " + inject.text())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
