package org.startex.ui.debrief;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
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
        DebriefPart chosen = parts.stream()
                .filter(part -> part.code().equals(tab))
                .findFirst()
                .orElse(parts.getFirst());
        DebriefPanel opened = chosen.panel(tools(), scene, wanted);
        panel = opened;
        main.add(Html.div("page", tabs(scene, chosen), outcome, opened));
        opened.show(scene);
    }

    private Nav tabs(Scene scene, DebriefPart chosen) {
        Nav nav = new Nav();
        nav.addClassName("tabs");
        nav.getElement().setAttribute("aria-label", TEXTS.get("tabs.label"));
        for (DebriefPart part : parts) {
            Anchor link = new Anchor(ExerciseNavigation.debrief(scene.id()) + "?tab=" + part.code(), part.title());
            if (part == chosen) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
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
