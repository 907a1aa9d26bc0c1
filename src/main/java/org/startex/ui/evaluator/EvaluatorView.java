package org.startex.ui.evaluator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Standing;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.LogbookService;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Filters;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.KeyMap;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Subject;
import org.startex.ui.Words;

/** What an evaluator has in one hand: what happens, the observation that is being written, one's own, and what nobody has observed yet. */
@Route("exercise/:id/evaluate")
@PermitAll
@StyleSheet("context://app/evaluator.css")
class EvaluatorView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");
    private static final String ENTRY = "entry";
    private static final String WRITING = "data-writing";

    private final transient LogbookService logbook;
    private final transient StandardsCatalogue catalogue;
    private final Filters<EvaluatorPage> pages =
            new Filters<>(TEXTS.get("pages.label"), EvaluatorPage.class, EvaluatorPage.STREAM, this::turn);
    private final Button free =
            new Button(TEXTS.get("observe.free-open"), new Icon("observation"), click -> observe(null));
    private final Button back = new Button(TEXTS.get("pages.back"), new Icon("left"), click -> writing(false));
    private final Outcome outcome = new Outcome();
    private final Div desk = Html.div("evaluate");
    private transient @Nullable Parts parts;
    private String wanted = "";

    private record Parts(Witnessed witnessed, Stream stream, Mine mine, CoverageBoard coverage, ObservePanel panel) {}

    EvaluatorView(ExerciseTools tools, LogbookService logbook, StandardsCatalogue catalogue) {
        super(tools, ExerciseTab.EVALUATE);
        this.logbook = logbook;
        this.catalogue = catalogue;
        back.addClassName("back");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ENTRY)
                .orElse("");
        super.beforeEnter(event);
    }

    @Override
    protected void fill(Main main, Scene scene) {
        Parts fresh = new Parts(
                new Witnessed(tools(), scene.id()),
                new Stream(this::open),
                new Mine(),
                new CoverageBoard(this::open),
                new ObservePanel(tools(), logbook, catalogue, seq -> refresh()));
        parts = fresh;
        pages.label(page -> TEXTS.get("pages." + page.key()));
        Section left = new Section(
                Html.div("tb wrap", pages, Html.spring(), free), fresh.stream(), fresh.mine(), fresh.coverage());
        left.addClassNames("panel", "beside-form");
        left.getElement().setAttribute("aria-label", TEXTS.get("pages.label"));
        desk.removeAll();
        desk.add(left, Html.div("writing", back, fresh.panel()));
        main.add(outcome, desk);
        writing(false);
        turn(EvaluatorPage.STREAM);
        pages.choose(EvaluatorPage.STREAM);
    }

    @Override
    protected void keys(KeyMap map, Map<String, String> words) {
        if (parts != null
                && scene().flatMap(Scene::role).filter(ExerciseRole::observes).isPresent()) {
            map.key("F2", free).key("F9", parts.panel().primary());
            words.put("F2", TEXTS.get("keys.free"));
            words.put("F9", TEXTS.get("keys.save"));
        }
    }

    private void turn(EvaluatorPage page) {
        Parts here = parts;
        if (here != null) {
            here.stream().setVisible(page == EvaluatorPage.STREAM);
            here.mine().setVisible(page == EvaluatorPage.MINE);
            here.coverage().setVisible(page == EvaluatorPage.COVERAGE);
        }
    }

    /** On a phone either what happens or what is written has the screen. */
    private void writing(boolean now) {
        desk.getElement().setAttribute(WRITING, String.valueOf(now));
    }

    private void open(long seq) {
        scene().flatMap(scene -> Subject.of(tools(), scene, seq)).ifPresent(this::observe);
    }

    private void open(LedgerEntry entry) {
        scene().flatMap(scene -> Subject.of(scene, entry)).ifPresent(this::observe);
    }

    private void observe(@Nullable Subject subject) {
        Parts here = parts;
        scene().ifPresent(scene -> {
            if (here != null) {
                here.panel().open(scene, subject);
                here.stream().choose(subject == null ? null : subject.seq());
                writing(true);
                String at = ExerciseNavigation.evaluate(scene.id());
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .replaceState(null, subject == null ? at : at + "?" + ENTRY + "=" + subject.seq()));
            }
        });
    }

    @Override
    protected void show(Scene scene) {
        Parts here = parts;
        if (here == null) {
            return;
        }
        here.witnessed().read();
        free.setVisible(scene.role().filter(ExerciseRole::observes).isPresent()
                && scene.play().clock().started().isPresent());
        here.stream().show(scene, here.witnessed());
        here.coverage().show(scene, here.witnessed());
        List<LedgerEntry> mine = tools().conduct()
                .standing(tools().caller(), scene.id())
                .map(Standing::participant)
                .map(here.witnessed()::by)
                .orElse(List.of());
        here.mine().show(scene, mine);
        here.panel().show(scene);
        String entry = wanted;
        wanted = "";
        if (entry.matches("[1-9]\\d{0,17}")) {
            open(Long.parseLong(entry));
        }
    }

    @Override
    protected void saved(long seq) {
        outcome.say(Words.say("act.saved", seq));
        refresh();
    }
}
