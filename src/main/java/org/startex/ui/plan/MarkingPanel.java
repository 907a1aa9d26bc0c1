package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Exercise;
import org.startex.conduct.Marking;
import org.startex.kernel.Texts;
import org.startex.ledger.Reason;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;

/** What stands on everything of the exercise; controllers change it until STARTEX. */
final class MarkingPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");

    private final transient ExerciseTools tools;
    private final transient LongConsumer saved;
    private final Div now = Html.div("bd");
    private transient @Nullable Scene scene;
    private transient @Nullable Marking shown;

    MarkingPanel(ExerciseTools tools, LongConsumer saved) {
        this.tools = tools;
        this.saved = saved;
        addClassName("panel");
        H2 heading = new H2(TEXTS.get("marked.title"));
        heading.setId("marked-heading");
        getElement().setAttribute("aria-labelledby", "marked-heading");
        add(
                Html.div(
                        "ph wrap",
                        heading,
                        Html.spring(),
                        new Button(TEXTS.get("marked.open"), new Icon("pencil"), click -> ask())),
                now);
    }

    /** Shown before STARTEX, to those who may change it. */
    void show(Scene fresh) {
        scene = fresh;
        setVisible(fresh.controls() && fresh.exercise() instanceof Exercise.Planned);
        Marking marking = fresh.plan().marked();
        if (!marking.equals(shown)) {
            shown = marking;
            now.removeAll();
            now.add(Html.p("", TEXTS.get("marked.now", marking.text(), marking.codeWord())));
        }
    }

    private void ask() {
        Scene asked = scene;
        if (asked == null) {
            return;
        }
        Marking before = asked.plan().marked();
        Marking[] seen = {before};
        TextField text = field("plan.marking", Marking.LONGEST_TEXT, before.text());
        TextField codeWord = field("plan.code-word", Marking.LONGEST_CODE_WORD, before.codeWord());
        text.setAutofocus(true);
        new ActDialog(TEXTS.get("marked.title"), TEXTS.get("marked.act"))
                .explain(TEXTS.get("marked.explain"))
                .with(text, codeWord)
                .explaining(reason -> refusal(asked, reason, seen))
                .primary()
                .ask(
                        (id, why) -> tools.safety()
                                .changeMarking(
                                        tools.caller(),
                                        asked.id(),
                                        id,
                                        seen[0],
                                        new Marking(text.getValue(), codeWord.getValue())),
                        saved);
    }

    /** Whoever was second is told what stands now; from then on they have seen that. */
    private String refusal(Scene asked, Reason reason, Marking[] seen) {
        if (!reason.code().equals("marked-meanwhile")) {
            return reason.message();
        }
        return tools.scene(asked.id())
                .map(fresh -> fresh.plan().marked())
                .map(now -> {
                    seen[0] = now;
                    return TEXTS.get("marked.meanwhile", now.text(), now.codeWord());
                })
                .orElseGet(reason::message);
    }

    private static TextField field(String name, int longest, String value) {
        TextField field = new TextField(TEXTS.get(name));
        field.setMaxLength(longest);
        field.setValue(value);
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        return field;
    }
}
