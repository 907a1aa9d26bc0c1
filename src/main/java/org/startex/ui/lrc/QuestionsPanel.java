package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.startex.kernel.Texts;
import org.startex.lrc.StepNote;
import org.startex.standards.LrcQuestion;
import org.startex.standards.LrcStep;
import org.startex.ui.Html;

/** The manual's questions of a step, in its words, each with the working group's answer and what was said before. */
final class QuestionsPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;
    private final transient LrcStep step;
    private final transient Runnable changed;

    QuestionsPanel(LrcTools tools, LrcStep step, Runnable changed) {
        this.tools = tools;
        this.step = step;
        this.changed = changed;
        addClassName("panel");
        add(Html.div("ph", new H2(TEXTS.get("questions"))));
        List<StepNote> notes = tools.readiness().notes(tools.caller(), step.number());
        OrderedList list = new OrderedList();
        list.addClassName("lrc-questions");
        String lead = "";
        for (LrcQuestion question : step.questions()) {
            if (!question.lead().equals(lead)) {
                lead = question.lead();
                add(Html.p("m s pad", lead));
            }
            list.add(question(
                    question,
                    notes.stream()
                            .filter(note -> note.question() == question.number())
                            .toList()));
        }
        add(list);
    }

    /** @param notes the answer as it stands first */
    private ListItem question(LrcQuestion question, List<StepNote> notes) {
        ListItem item = new ListItem(Html.p("b", question.text()));
        boolean answered = !notes.isEmpty() && !notes.getFirst().words().isEmpty();
        item.add(answered ? answer(notes.getFirst()) : Html.p("m s", TEXTS.get("question.unanswered")));
        if (tools.writes()) {
            Button write = new Button(
                    TEXTS.get(answered ? "question.change" : "question.answer"), click -> write(question, notes));
            write.setAriaLabel(TEXTS.get("question.answer-label", question.number()));
            write.addThemeVariants(ButtonVariant.LUMO_SMALL);
            item.add(write);
        }
        if (notes.size() > 1) {
            Div earlier = Html.div("stack");
            notes.stream().skip(1).map(this::answer).forEach(earlier::add);
            item.add(new Details(TEXTS.get("question.earlier", notes.size() - 1), earlier));
        }
        return item;
    }

    private Component answer(StepNote note) {
        return Html.div(
                "lrc-answer",
                Html.p("lines", note.words().isEmpty() ? TEXTS.get("question.taken-back") : note.words()),
                Html.span("m xs", TEXTS.get("rated.by", note.by(), LrcDates.day(note.at(), tools.zone()))));
    }

    private void write(LrcQuestion question, List<StepNote> notes) {
        StepNote last = notes.isEmpty() ? null : notes.getFirst();
        TextArea words = new TextArea(TEXTS.get("question.note"));
        words.setMaxLength(4000);
        words.setMinRows(4);
        words.setValue(last == null ? "" : last.words());
        words.setAutofocus(true);
        new LrcDialog(TEXTS.get("question.title", LrcFacts.step(step), question.number()), TEXTS.get("question.save"))
                .explain(question.text())
                .with(words)
                .ask(
                        () -> tools.readiness()
                                .note(
                                        tools.caller(),
                                        step.number(),
                                        question.number(),
                                        last == null ? 0 : last.nr(),
                                        words.getValue()),
                        changed);
    }
}
