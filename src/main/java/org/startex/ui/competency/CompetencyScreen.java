package org.startex.ui.competency;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Locale;
import org.startex.kernel.Texts;
import org.startex.people.NotAllowed;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;

/** The frame of every screen of competency: that this is a person's own record, its parts, and the heading. */
@StyleSheet("context://app/competency.css")
abstract class CompetencyScreen extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    /** The parts of the workspace. */
    enum Part {
        RECORD(CompetencyNavigation.RECORD, false),
        QUEUE(CompetencyNavigation.QUEUE, true),
        NOS(CompetencyNavigation.NOS, false),
        ROLES(CompetencyNavigation.ROLES, false);

        private final String path;
        private final boolean forAssessors;

        Part(String path, boolean forAssessors) {
            this.path = path;
            this.forAssessors = forAssessors;
        }

        private String word() {
            return TEXTS.get("part." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final Part part;
    private final boolean assesses;
    private final Div page = Html.div("page wide competency");
    private final H1 heading = new H1();

    CompetencyScreen(Part part, boolean assesses) {
        this.part = part;
        this.assesses = assesses;
        addClassName("competency-screen");
    }

    /** Fills the page for an address. */
    protected abstract void fill(Div page, BeforeEnterEvent event);

    /** What kind of record the marking says this is: {@code personal} or {@code working}. */
    protected String marking() {
        return "personal";
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        page.removeAll();
        heading.setText(part.word());
        add(mark(), page);
        page.add(Html.div("pagehead", heading, Html.spring(), parts()));
        try {
            fill(page, event);
        } catch (NotAllowed | IllegalArgumentException unknown) {
            page.add(Html.div(
                    "panel",
                    new EmptyState(
                            TEXTS.get("not-yours"), new Anchor(CompetencyNavigation.RECORD, TEXTS.get("to-record")))));
        }
    }

    /** Names the heading after what is shown. */
    protected final void head(String text) {
        heading.setText(text);
    }

    private Div mark() {
        Div mark = new Div(
                Html.span("b", TEXTS.get("mark." + marking())),
                Html.span("m wide-only", TEXTS.get("mark." + marking() + ".why")),
                Html.span("extag", TEXTS.get("ex")));
        mark.addClassName("personal-mark");
        mark.getElement().setAttribute("role", "note").setAttribute("aria-label", TEXTS.get("mark"));
        return mark;
    }

    private Nav parts() {
        Nav nav = new Nav();
        nav.addClassName("tabs");
        nav.getElement().setAttribute("aria-label", TEXTS.get("parts"));
        for (Part one : Part.values()) {
            if (assesses || !one.forAssessors) {
                Anchor link = new Anchor(one.path, one.word());
                if (one == part) {
                    link.getElement().setAttribute("aria-current", "page");
                }
                nav.add(link);
            }
        }
        return nav;
    }

    @Override
    public String getPageTitle() {
        return TEXTS.get("title", heading.getText());
    }
}
