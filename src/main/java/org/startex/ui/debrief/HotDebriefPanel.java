package org.startex.ui.debrief;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.debrief.HotAnswers;
import org.startex.debrief.HotDebrief;
import org.startex.debrief.HotDebriefResult;
import org.startex.debrief.HotDebriefService;
import org.startex.debrief.Naming;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Texts;
import org.startex.people.NotAllowed;
import org.startex.ui.ActDialog;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Scene;

/** The hot debrief: how answers are named, who has answered, what was said, and one's own answer. */
final class HotDebriefPanel extends DebriefPanel {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private final transient HotDebriefService debriefs;
    private final transient FindingDesk desk;
    private final Div top = Html.div("stack");
    private final Div answers = Html.div("stack");
    private final Div mine = Html.div("stack");
    private transient @Nullable Scene scene;
    private HotDebrief.@Nullable State shown;
    private transient @Nullable HotAnswers last;

    HotDebriefPanel(HotDebriefService debriefs, FindingDesk desk, Scene scene) {
        this.debriefs = debriefs;
        this.desk = desk;
        this.scene = scene;
        // Who directs reads what comes in; everybody else has come to answer.
        if (directs(scene)) {
            add(top, answers, mine);
        } else {
            add(top, mine, answers);
        }
    }

    @Override
    void show(Scene now) {
        scene = now;
        refresh();
    }

    private void refresh() {
        Scene now = scene;
        if (now == null) {
            return;
        }
        Optional<HotDebrief> found = look(now);
        if (found.isEmpty()) {
            top.removeAll();
            top.add(Html.div("panel", new EmptyState(TEXTS.get("hot.not-yours"))));
            return;
        }
        HotDebrief debrief = found.get();
        if (shown != debrief.state()) {
            shown = debrief.state();
            top(now, debrief);
            mine(now, debrief);
        }
        answers(now, debrief);
    }

    private Optional<HotDebrief> look(Scene now) {
        try {
            return Optional.of(debriefs.hotDebrief(now.caller(), now.id()));
        } catch (NotAllowed notOfThisExercise) {
            return Optional.empty();
        }
    }

    private void top(Scene now, HotDebrief debrief) {
        top.removeAll();
        boolean director = directs(now);
        Div panel = Html.div("panel pad", new H2(TEXTS.get("hot.title")));
        switch (debrief.state()) {
            case BEFORE -> {
                panel.add(Html.p("", TEXTS.get("hot.before")));
                panel.add(director ? naming(now, debrief.naming()) : said(debrief.naming()));
            }
            case OPEN -> {
                panel.add(Html.p("", TEXTS.get("hot.open")));
                if (director) {
                    panel.add(Html.div("row", close(now)));
                }
            }
            case CLOSED -> panel.add(Html.p("", TEXTS.get("hot.closed")), said(debrief.naming()));
        }
        top.add(panel);
    }

    private static boolean directs(Scene scene) {
        return scene.role().filter(role -> role == ExerciseRole.DIRECTOR).isPresent();
    }

    private static Div said(Naming naming) {
        return Html.div("m s", Html.span("", NamingWords.explained(naming)));
    }

    private RadioButtonGroup<Naming> naming(Scene now, Naming set) {
        RadioButtonGroup<Naming> group = new RadioButtonGroup<>(TEXTS.get("naming"));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(Naming.values());
        group.setItemLabelGenerator(
                each -> TEXTS.get("naming.line", NamingWords.of(each), NamingWords.explained(each)));
        group.setValue(set);
        group.setHelperText(TEXTS.get("naming.help"));
        group.addValueChangeListener(change -> {
            group.setInvalid(false);
            switch (debriefs.setNaming(now.caller(), now.id(), change.getValue())) {
                case HotDebriefResult.Done done -> group.setHelperText(TEXTS.get("naming.saved"));
                case HotDebriefResult.Refused refused -> {
                    group.setInvalid(true);
                    group.setErrorMessage(refused.reason().message());
                }
            }
        });
        return group;
    }

    private Button close(Scene now) {
        return new Button(
                TEXTS.get("hot.close"),
                click -> new ActDialog(TEXTS.get("hot.close.heading"), TEXTS.get("hot.close.act"))
                        .explain(TEXTS.get("hot.close.explain"))
                        .primary()
                        .ask(() -> {
                            debriefs.close(now.caller(), now.id());
                            refresh();
                        }));
    }

    private void mine(Scene now, HotDebrief debrief) {
        mine.removeAll();
        if (debrief.state() == HotDebrief.State.OPEN) {
            desk.tools()
                    .conduct()
                    .standing(now.caller(), now.id())
                    .ifPresentOrElse(
                            standing -> mine.add(new MyHotAnswer(
                                    debriefs, desk.tools(), now.id(), standing.participant(), debrief, this::refresh)),
                            () -> mine.add(said(debrief.naming())));
        }
    }

    private void answers(Scene now, HotDebrief debrief) {
        boolean reads = now.role().filter(ExerciseRole::seesAll).isPresent();
        if (!reads || debrief.state() == HotDebrief.State.BEFORE) {
            answers.removeAll();
            return;
        }
        HotAnswers given = debriefs.answers(now.caller(), now.id());
        if (given.equals(last)) {
            return;
        }
        last = given;
        answers.removeAll();
        answers.add(new AnswerCounts(now, given));
        if (given.keptBack() > 0) {
            answers.add(Notice.info(
                    given.state() == HotDebrief.State.CLOSED
                            ? TEXTS.get("hot.kept-back.few", given.keptBack(), HotAnswers.FEWEST)
                            : TEXTS.get("hot.kept-back.open", given.keptBack())));
        }
        if (!given.answered().isEmpty()) {
            answers.add(new AnswerLists(desk, now, given));
        }
        Button look = new Button(TEXTS.get("hot.look-again"), click -> refresh());
        look.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (given.state() == HotDebrief.State.OPEN) {
            answers.add(Html.div("row", look));
        }
    }
}
