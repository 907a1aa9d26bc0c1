package org.startex.ui.loggist;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Texts;
import org.startex.logbook.Decision;
import org.startex.logbook.LoggistService;
import org.startex.ui.ExerciseScreen;
import org.startex.ui.ExerciseTab;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.KeyMap;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/**
 * Where a loggist logs what others decide, stamped at the press of a key, and where everybody of the staff sees which of it has been confirmed. Staff
 * for whom a decision was logged say here whether it is so; players do that on their own page.
 */
@Route("exercise/:id/loggist")
@PermitAll
@StyleSheet("context://app/evaluator.css")
class LoggistView extends ExerciseScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-loggist");

    private final transient LoggistService loggist;
    private final Outcome outcome = new Outcome();
    private final Div desk = Html.div("evaluate loggist");
    private transient @Nullable LogPanel panel;
    private transient @Nullable LoggedList list;

    LoggistView(ExerciseTools tools, LoggistService loggist) {
        super(tools, ExerciseTab.LOGGIST);
        this.loggist = loggist;
        outcome.addClassName("loggist-told");
    }

    @Override
    protected void fill(Main main, Scene scene) {
        LogPanel form = new LogPanel(tools(), loggist, this::saved);
        LoggedList logged = new LoggedList(tools(), loggist, this::saved);
        panel = form;
        list = logged;
        desk.removeAll();
        if (logs(scene)) {
            desk.add(logged, Html.div("writing", form));
        } else {
            desk.add(logged);
        }
        desk.getElement().setAttribute("data-writing", "both");
        main.add(outcome, desk);
    }

    private static boolean logs(Scene scene) {
        return scene.role().filter(role -> role == ExerciseRole.LOGGIST).isPresent();
    }

    @Override
    protected void keys(KeyMap map, Map<String, String> words) {
        if (panel != null && scene().filter(LoggistView::logs).isPresent()) {
            map.key("F4", panel.stamp());
            words.put("F4", TEXTS.get("keys.log"));
        }
    }

    @Override
    protected void show(Scene scene) {
        List<Decision> decisions = tools().logbook().decisions(tools().caller(), scene.id());
        if (list != null) {
            list.show(scene, decisions.reversed());
        }
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
