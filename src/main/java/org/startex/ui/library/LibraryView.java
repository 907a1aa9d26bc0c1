package org.startex.ui.library;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.startex.people.CurrentCaller;
import org.startex.people.NotAllowed;
import org.startex.scenario.LibraryEntry;
import org.startex.scenario.ScenarioKind;
import org.startex.scenario.ScenarioService;
import org.startex.ui.EmptyState;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.SearchField;
import org.startex.ui.Words;

/** Every scenario of the library, those at fault with what to put right. */
@Route(value = "library", layout = MainLayout.class)
@PermitAll
class LibraryView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ScenarioService scenarios;
    private final transient CurrentCaller caller;
    private final Div found = Html.div("cards");
    private final Filters<KindFilter> kinds;
    private String search = "";

    LibraryView(ScenarioService scenarios, CurrentCaller caller) {
        this.scenarios = scenarios;
        this.caller = caller;
        addClassName("page");
        SearchField field = new SearchField(Words.say("library.find"), text -> {
            search = text;
            refresh();
        });
        kinds = new Filters<>(Words.say("library.kinds"), KindFilter.class, KindFilter.ALL, chosen -> refresh());
        add(
                Html.div("pagehead", new H1(Words.say("library.title")), Html.spring(), field, kinds),
                found,
                new KeyMap().key("/", field));
        refresh();
    }

    private void refresh() {
        found.removeAll();
        List<LibraryEntry> entries;
        try {
            entries = scenarios.list(caller.get(), search);
        } catch (NotAllowed notAllowed) {
            found.add(Notice.info(Words.say("library.not-allowed")));
            kinds.setVisible(false);
            return;
        }
        kinds.label(filter -> Words.say(
                "library.kind." + filter.key(),
                entries.stream().filter(filter::shows).count()));
        entries.stream().filter(kinds.chosen()::shows).forEach(entry -> found.add(ScenarioCard.of(entry)));
        if (found.getChildren().findAny().isEmpty()) {
            found.add(
                    new EmptyState(search.isEmpty() ? Words.say("library.empty") : Words.say("library.none", search)));
        }
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", Words.say("library.title"));
    }

    private enum KindFilter {
        ALL,
        TABLETOP,
        COMMAND_POST,
        LIVE,
        COMMUNICATIONS,
        FAULTY;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        boolean shows(LibraryEntry entry) {
            return switch (entry) {
                case LibraryEntry.Faulty faulty -> this == ALL || this == FAULTY;
                case LibraryEntry.Ready ready ->
                    this == ALL || isKind(ready.scenario().kind());
            };
        }

        private boolean isKind(ScenarioKind kind) {
            return name().equals(kind.name());
        }
    }
}
