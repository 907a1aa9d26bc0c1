package org.startex.ui.admin;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.people.CurrentCaller;
import org.startex.people.PeopleService;
import org.startex.people.PersonRow;
import org.startex.ui.MainLayout;

/** Everybody with an account, for administrators: find, add, give roles, let in again, shut out. */
@Route(value = "people", layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://app/admin.css")
class PeopleView extends Composite<Div> implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private final transient CurrentCaller caller;
    private final transient PeopleService people;
    private final transient PublicAddress address;
    private final transient Texts texts = Texts.of("ui-admin");
    private final TextField search = new TextField();
    private final Span found = new Span();
    private final Grid<PersonRow> grid = new Grid<>();

    PeopleView(CurrentCaller caller, PeopleService people, PublicAddress address) {
        this.caller = caller;
        this.people = people;
        this.address = address;
    }

    @Override
    protected Div initContent() {
        columns();
        grid.setItems(
                query -> people.people(caller.get(), search.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> count());
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateText(texts.get("people.empty"));
        grid.getElement().setAttribute("aria-label", texts.get("people.heading"));
        grid.addItemClickListener(click -> open(click.getItem()));
        Div page = new Div(head(), bar(), grid);
        page.addClassName("sx-people");
        return page;
    }

    private Div head() {
        Button add = new Button(texts.get("people.add"), click -> new AddPersonDialog(this, caller, people).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div head = new Div(new H1(texts.get("people.heading")), add);
        head.addClassName("sx-head");
        return head;
    }

    private Div bar() {
        search.setLabel(texts.get("people.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        found.getElement().setAttribute("role", "status");
        found.addClassName("sx-muted");
        Div bar = new Div(search, found);
        bar.addClassName("sx-bar");
        return bar;
    }

    private void columns() {
        grid.addComponentColumn(this::name).setHeader(texts.get("people.name")).setFlexGrow(2);
        grid.addColumn(PersonRow::organisation)
                .setHeader(texts.get("people.organisation"))
                .setFlexGrow(2);
        grid.addColumn(PersonRow::username).setHeader(texts.get("people.username"));
        grid.addColumn(this::roles).setHeader(texts.get("people.roles")).setFlexGrow(2);
        grid.addComponentColumn(this::state).setHeader(texts.get("people.state"));
        grid.addColumn(this::signedIn).setHeader(texts.get("people.signed-in"));
    }

    private NativeButton name(PersonRow row) {
        NativeButton open = new NativeButton(row.name(), click -> open(row));
        open.addClassName("sx-link");
        open.getElement().setAttribute("aria-label", texts.get("people.open", row.name()));
        return open;
    }

    private String roles(PersonRow row) {
        return row.roles().stream()
                .sorted()
                .map(role -> RoleTexts.of(texts, role))
                .collect(Collectors.joining(", "));
    }

    private Span state(PersonRow row) {
        String state = !row.enabled() ? "disabled" : row.hasPassword() ? "ready" : "waiting";
        Span chip = new Span(texts.get("people.state." + state));
        chip.addClassName("sx-state");
        chip.getElement().setAttribute("data-state", state);
        return chip;
    }

    private @Nullable String signedIn(PersonRow row) {
        return row.signedInAt() == null ? texts.get("people.never") : DATE.format(row.signedInAt());
    }

    private int count() {
        int count = people.count(caller.get(), search.getValue());
        found.setText(texts.get("people.found", count));
        return count;
    }

    private void open(PersonRow row) {
        new PersonDialog(this, caller, people, address, row).open();
    }

    /** Opens the person who was just added, with a link to hand over. */
    void openAdded(String username) {
        refresh();
        people.people(caller.get(), username, 0, 20).stream()
                .filter(row -> row.username().equals(username))
                .findFirst()
                .ifPresent(row -> {
                    PersonDialog dialog = new PersonDialog(this, caller, people, address, row);
                    dialog.open();
                    dialog.makeLink();
                });
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return texts.get("people.title");
    }
}
