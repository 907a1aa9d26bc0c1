package org.startex.ui.debrief;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What is learned from an exercise: findings that cite its record, the hot debrief, and further views, one tab each. */
@Route("exercise/:id/debrief")
@PermitAll
@StyleSheet("context://app/debrief.css")
class DebriefView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final transient List<DebriefPart> parts;
    private final Outcome outcome = new Outcome();
    private final Div place = Html.div("");
    private @Nullable DebriefPanel panel;
    private transient DebriefPart.Wanted wanted = DebriefPart.Wanted.NOTHING;
    private String tab = "";

    DebriefView(ExerciseTools tools, List<DebriefPart> parts) {
        super(tools, ExerciseTab.DEBRIEF);
        this.parts = List.copyOf(parts);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        wanted = new DebriefPart.Wanted(asked.getSingleParameter("finding").orElse(""));
        tab = asked.getSingleParameter("tab").orElse("");
        super.beforeEnter(event);
    }

    @Override
    protected void fill(Main main, Scene scene) {
        Map<Tab, DebriefPart> byTab = new LinkedHashMap<>();
        parts.forEach(part -> byTab.put(new Tab(part.title()), part));
        Tabs tabs = new Tabs(false);
        tabs.getElement().setAttribute("aria-label", TEXTS.get("tabs.label"));
        byTab.forEach((shown, part) -> {
            tabs.add(shown);
            if (part.code().equals(tab) || tabs.getSelectedTab() == null) {
                tabs.setSelectedTab(shown);
            }
        });
        main.add(Html.div("page", tabs, outcome, place));
        DebriefPart first = byTab.getOrDefault(tabs.getSelectedTab(), parts.getFirst());
        open(first, scene);
        tabs.addSelectedChangeListener(change -> {
            DebriefPart chosen = byTab.getOrDefault(change.getSelectedTab(), first);
            scene().ifPresent(now -> {
                wanted = DebriefPart.Wanted.NOTHING;
                open(chosen, now);
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .replaceState(null, ExerciseNavigation.debrief(now.id()) + "?tab=" + chosen.code()));
            });
        });
    }

    private void open(DebriefPart part, Scene scene) {
        DebriefPanel opened = part.panel(tools(), scene, wanted);
        panel = opened;
        place.removeAll();
        place.add(opened);
        opened.show(scene);
    }

    @Override
    protected void show(Scene scene) {
        if (panel != null) {
            panel.show(scene);
        }
    }

    @Override
    protected void saved(long seq) {
        outcome.say(Words.say("act.saved", seq));
        refresh();
    }
}
