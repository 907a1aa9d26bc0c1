package org.startex.ui.evaluator;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Texts;
import org.startex.logbook.LogbookService;
import org.startex.logbook.ObservationDraft;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.DecisionText;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Markdown;
import org.startex.ui.Notice;
import org.startex.ui.Outcome;
import org.startex.ui.Scene;
import org.startex.ui.Subject;

/** The observation that is being written, beneath what it is about. It is kept at each change, and said to be saved only after the commit. */
final class ObservePanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");

    private final transient ExerciseTools tools;
    private final transient LogbookService logbook;
    private final transient StandardsCatalogue catalogue;
    private final transient LongConsumer saved;
    private final H2 heading = new H2();
    private final Div about = Html.div("stack");
    private final Div place = Html.div("");
    private final Div told = Html.div("");
    private final Button save = new Button(TEXTS.get("observe.save"), click -> save());
    private final Outcome outcome = new Outcome();
    private final Div acts = Html.div("ac", save, outcome);
    private transient @Nullable Scene scene;
    private transient @Nullable Subject subject;
    private transient @Nullable ObservationForm form;
    private boolean opened;

    ObservePanel(ExerciseTools tools, LogbookService logbook, StandardsCatalogue catalogue, LongConsumer saved) {
        this.tools = tools;
        this.logbook = logbook;
        this.catalogue = catalogue;
        this.saved = saved;
        addClassNames("panel", "observe");
        heading.addClassName("big");
        heading.setId("observe-heading");
        heading.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "observe-heading");
        told.getElement().setAttribute("role", "status");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        add(Html.div("pad stack", heading, told, about, place), acts);
    }

    /** What F9 presses. */
    Button primary() {
        return save;
    }

    /** Opens a subject, or with null an observation about no single inject or decision. */
    void open(Scene now, @Nullable Subject wanted) {
        subject = wanted;
        opened = true;
        told.removeAll();
        outcome.clear();
        fresh(now);
        heading.getElement().executeJs("this.focus()");
    }

    private void fresh(Scene now) {
        Subject wanted = subject;
        form = null;
        place.removeAll();
        about.removeAll();
        heading.setText(wanted == null ? TEXTS.get("observe.free") : wanted.title());
        if (wanted != null) {
            about.add(text(now, wanted));
        }
        show(now);
    }

    private static Details text(Scene now, Subject wanted) {
        Div text = Html.div("stack");
        if (wanted.inject() != null) {
            text.add(Html.quote(Markdown.of(wanted.inject().words().text())));
        }
        if (wanted.decision() != null) {
            text.add(new DecisionText(now, wanted.decision()));
        }
        Details details = new Details(TEXTS.get("observe.text"), text);
        details.setOpened(wanted.decision() != null);
        return details;
    }

    void show(Scene now) {
        scene = now;
        String why = why(now);
        if (!why.isEmpty() || !opened) {
            form = null;
            place.removeAll();
            acts.setVisible(false);
            if (!opened) {
                heading.setText(TEXTS.get("observe.heading"));
            }
            place.add(new EmptyState(TEXTS.get(why.isEmpty() ? "observe.pick" : why)));
            return;
        }
        acts.setVisible(true);
        if (form == null) {
            Long of = subject == null ? null : subject.seq();
            ObservationForm made = new ObservationForm(now, catalogue, subject, this::keep);
            Drafts.here().of(now.id(), of).ifPresent(made::fill);
            form = made;
            place.removeAll();
            place.add(made);
        } else {
            form.follow(now);
        }
    }

    /** Why nothing can be recorded now, if so: a key. */
    private static String why(Scene now) {
        if (now.role().filter(ExerciseRole::observes).isEmpty()) {
            return "observe.not-yours";
        }
        return switch (now.exercise()) {
            case Exercise.Planned s -> "observe.before";
            case Exercise.Stopped s -> "observe.stopped";
            case Exercise.Sealed s -> "observe.sealed";
            case Exercise.Running s -> "";
            case Exercise.Paused s -> "";
            case Exercise.Closing s -> "";
        };
    }

    private void keep() {
        told.removeAll();
        if (form != null && scene != null) {
            Drafts.here().keep(scene.id(), form.draft());
        }
    }

    private void save() {
        Scene now = scene;
        ObservationForm written = form;
        if (now == null || written == null) {
            return;
        }
        ObservationDraft draft = written.draft();
        if (!written.isComplete(draft)) {
            return;
        }
        Drafts drafts = Drafts.here();
        drafts.keep(now.id(), draft);
        outcome.perform(id -> logbook.observe(tools.caller(), now.id(), id, draft, tools.now()), seq -> {
            drafts.forget(now.id(), draft.about());
            outcome.clear();
            if (written.equals(form)) {
                fresh(now);
            }
            told.removeAll();
            told.add(Html.div(
                    "row wrap",
                    Notice.good(TEXTS.get("observe.saved", seq)),
                    new Anchor(
                            ExerciseNavigation.entry(new EntryRef(now.id(), seq)), TEXTS.get("observe.saved-open"))));
            saved.accept(seq);
        });
    }
}
