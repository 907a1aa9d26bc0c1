package org.startex.ui.lrc;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementAct;
import org.startex.lrc.ImprovementState;
import org.startex.lrc.LrcAnswer;
import org.startex.ui.Html;

/** What the working group can do with a record as it stands: the next thing first. For everybody else, what the record waits for. */
final class RecordActs extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private final transient Improvement record;
    private final transient Runnable changed;

    RecordActs(LrcTools tools, Improvement record, Runnable changed) {
        this.tools = tools;
        this.record = record;
        this.changed = changed;
        addClassNames("row", "wrap");
        if (tools.writes()) {
            next();
            more();
        }
        add(Html.span("m s", waitsFor()));
    }

    private void next() {
        switch (record.state()) {
            case PROPOSED ->
                primary(
                        TEXTS.get("act.agree"),
                        () -> ask("act.agree.title", "act.agree.submit", "act.words", ImprovementAct.Agree::new));
            case AGREED ->
                primary(
                        TEXTS.get("act.begin"),
                        () -> ask("act.begin.title", "act.begin.submit", "act.words", ImprovementAct.Begin::new));
            case UNDER_WAY ->
                primary(
                        TEXTS.get("act.finish"),
                        () -> ask("act.finish.title", "act.finish.submit", "act.evidence", ImprovementAct.Finish::new));
            case DONE, EMBEDDED, WITHDRAWN -> {}
        }
    }

    private void more() {
        if (record.state() == ImprovementState.WITHDRAWN) {
            return;
        }
        add(new Button(
                TEXTS.get("act.note"),
                click -> ask("act.note.title", "act.note.submit", "act.note-words", ImprovementAct.Note::new)));
        if (record.state().open()) {
            add(new Button(TEXTS.get("act.change"), click -> change()));
        }
        if (record.state() != ImprovementState.EMBEDDED) {
            add(new Button(
                    TEXTS.get("act.withdraw"),
                    click -> ask(
                            "act.withdraw.title", "act.withdraw.submit", "act.reason", ImprovementAct.Withdraw::new)));
        }
    }

    private void primary(String text, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(button);
    }

    private void ask(String title, String submit, String label, Function<String, ImprovementAct> act) {
        TextArea words = new TextArea(TEXTS.get(label));
        words.setMaxLength(label.equals("act.reason") ? 500 : 4000);
        words.setMinRows(2);
        words.setAutofocus(true);
        words.setRequiredIndicatorVisible(!label.equals("act.words"));
        new LrcDialog(TEXTS.get(title, Integer.toString(record.number())), TEXTS.get(submit))
                .with(words)
                .ask(() -> send(act.apply(words.getValue())), changed);
    }

    private void change() {
        ImprovementForm form = new ImprovementForm(tools, record.draft());
        TextArea reason = new TextArea(TEXTS.get("act.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(record.state() != ImprovementState.PROPOSED);
        LrcDialog dialog = new LrcDialog(
                TEXTS.get("act.change.title", Integer.toString(record.number())), TEXTS.get("act.change.submit"));
        dialog.addClassName("lrc-broad");
        dialog.with(form, reason).ask(() -> send(new ImprovementAct.Change(form.draft(), reason.getValue())), changed);
    }

    private LrcAnswer send(ImprovementAct act) {
        return tools.improvements().act(tools.caller(), record.number(), record.changes(), act);
    }

    private String waitsFor() {
        return switch (record.state()) {
            case PROPOSED -> TEXTS.get("waits.proposed");
            case AGREED -> TEXTS.get("waits.agreed");
            case UNDER_WAY -> TEXTS.get(record.reopened() ? "waits.reopened" : "waits.under-way");
            case DONE -> TEXTS.get("waits.done");
            case EMBEDDED -> TEXTS.get("waits.embedded");
            case WITHDRAWN -> TEXTS.get("waits.withdrawn");
        };
    }
}
