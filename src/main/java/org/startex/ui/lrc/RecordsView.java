package org.startex.ui.lrc;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.startex.kernel.LrcCode;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementFilter;
import org.startex.lrc.PriorityGroup;
import org.startex.standards.LrcStep;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.MainLayout;
import org.startex.ui.SearchField;
import org.startex.ui.Words;

/** All improvement records: find, filter and sort them, and open one. */
@Route(value = "lrc/records", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class RecordsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private final SearchField search = new SearchField(TEXTS.get("records.find"), text -> refresh());
    private final Filters<Shown> shown =
            new Filters<>(TEXTS.get("records.show"), Shown.class, Shown.OPEN, chosen -> refresh());
    private final Select<LrcStep> step = new Select<>();
    private final ComboBox<PriorityGroup> group = new ComboBox<>(TEXTS.get("records.group"));
    private final ComboBox<String> owner = new ComboBox<>(TEXTS.get("records.owner"));
    private final RecordGrid grid;
    private final Div place = Html.div("panel");
    private final Span found = Html.span("m s", "");
    private boolean filling;

    RecordsView(LrcTools tools) {
        this.tools = tools;
        grid = new RecordGrid(tools);
        addClassNames("page", "wide", "lrc");
        step.setLabel(TEXTS.get("records.step"));
        step.setItems(tools.manual().steps());
        step.setItemLabelGenerator(each -> each == null ? TEXTS.get("records.all-steps") : LrcFacts.step(each));
        step.setEmptySelectionAllowed(true);
        step.setEmptySelectionCaption(TEXTS.get("records.all-steps"));
        group.setItemLabelGenerator(PriorityGroup::name);
        group.setItems(tools.capability().groups(tools.caller()));
        group.setClearButtonVisible(true);
        group.setPlaceholder(TEXTS.get("records.all-groups"));
        owner.setClearButtonVisible(true);
        owner.setPlaceholder(TEXTS.get("records.all-owners"));
        owner.setItems(owners(tools.improvements().records(tools.caller(), ImprovementFilter.ALL)));
        step.addValueChangeListener(change -> refresh());
        group.addValueChangeListener(change -> refresh());
        owner.addValueChangeListener(change -> refresh());
        found.getElement().setAttribute("role", "status");
        Div filters = Html.div("lrc-filters", search, step, group, owner);
        add(
                new LrcHead(LrcTab.RECORDS, TEXTS.get("records.title")),
                filters,
                Html.div("row wrap", shown, found),
                place,
                new KeyMap().key("/", search));
        if (tools.writes()) {
            add(Html.div(
                    "row wrap s",
                    Html.span("m", TEXTS.get("records.new")),
                    new Anchor("lessons", TEXTS.get("records.new.next"))));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location at = event.getLocation();
        filling = true;
        Optional<LrcStep> wantedStep = parameter(at, "step")
                .filter(text -> text.matches("[1-8]"))
                .flatMap(text -> tools.manual().step(Integer.parseInt(text)));
        Optional<PriorityGroup> wantedGroup = parameter(at, "group")
                .filter(LrcCode::isOne)
                .flatMap(text -> tools.capability().groups(tools.caller()).stream()
                        .filter(each -> each.code().value().equals(text))
                        .findFirst());
        step.setValue(wantedStep.orElse(null));
        group.setValue(wantedGroup.orElse(null));
        if (wantedStep.isPresent() || wantedGroup.isPresent()) {
            shown.choose(Shown.ALL);
        }
        filling = false;
        refresh();
    }

    private static Optional<String> parameter(Location at, String name) {
        return at.getQueryParameters().getSingleParameter(name);
    }

    private static List<String> owners(List<Improvement> records) {
        return records.stream()
                .flatMap(record -> Stream.of(record.draft().ownerRole(), record.ownerName()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private void refresh() {
        if (filling) {
            return;
        }
        PriorityGroup wanted = group.getValue();
        LrcStep wantedStep = step.getValue();
        String wantedOwner = owner.getValue();
        List<Improvement> records = tools.improvements()
                .records(
                        tools.caller(),
                        new ImprovementFilter(
                                search.getValue(),
                                wantedStep == null ? null : wantedStep.code(),
                                Set.of(),
                                wanted == null ? null : wanted.code(),
                                wantedOwner == null ? "" : wantedOwner,
                                null));
        shown.label(each -> TEXTS.get(
                each.key,
                records.stream()
                        .filter(record -> each.shows(record, tools.today()))
                        .count()));
        List<Improvement> chosen = records.stream()
                .filter(record -> shown.chosen().shows(record, tools.today()))
                .toList();
        found.setText(TEXTS.get("records.found", chosen.size()));
        place.removeAll();
        if (chosen.isEmpty()) {
            place.add(new EmptyState(
                    TEXTS.get(records.isEmpty() && unfiltered() ? "records.none" : "records.none-found")));
        } else {
            grid.show(chosen);
            place.add(grid);
        }
    }

    private boolean unfiltered() {
        return search.isEmpty() && step.isEmpty() && group.isEmpty() && owner.isEmpty();
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("records.title"));
    }
}
