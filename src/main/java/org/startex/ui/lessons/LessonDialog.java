package org.startex.ui.lessons;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonFault;
import org.startex.people.NotAllowed;
import org.startex.people.PersonName;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** Asks before an act on a lesson, and repeats the act on its button. It stays open, with all that was written, until the act is done; a refusal is shown at its field. */
final class LessonDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LessonDialog.class);
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final Div form = Html.div("form");
    private final Div problem = Html.div("");
    private final Map<String, HasValidation> fields = new HashMap<>();
    private final Button act;
    private transient BooleanSupplier ready = () -> true;

    LessonDialog(String title, String act) {
        setHeaderTitle(title);
        this.act = new Button(act);
        this.act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        this.act.getElement().setAttribute("data-submit", "");
        Button cancel = new Button(Words.say("cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, this.act);
        problem.getElement().setAttribute("role", "status");
        add(form, problem);
        setCloseOnOutsideClick(false);
        addClassName("lesson-dialog");
    }

    LessonDialog explain(String text) {
        form.add(Html.p("", text));
        return this;
    }

    LessonDialog with(Component... components) {
        form.add(components);
        return this;
    }

    /** Shows refusals of this field at it. */
    <F extends Component & HasValidation> F field(String name, F component) {
        fields.put(name, component);
        form.add(component);
        return component;
    }

    TextField line(String name, String label, int longest) {
        TextField line = new TextField(label);
        line.setMaxLength(longest);
        return field(name, line);
    }

    TextArea text(String name, String label, String help, int longest, boolean needed) {
        TextArea area = new TextArea(label);
        area.setMaxLength(longest);
        area.setMinRows(3);
        area.setHelperText(help.isEmpty() ? null : help);
        area.setRequiredIndicatorVisible(needed);
        return field(name, area);
    }

    ComboBox<PersonName> person(String name, String label, List<PersonName> people, @Nullable PersonId chosen) {
        ComboBox<PersonName> person = new ComboBox<>(label);
        person.setItems(people);
        person.setItemLabelGenerator(one -> one.organisation().isEmpty()
                ? one.name()
                : TEXTS.get("person.with-organisation", one.name(), one.organisation()));
        person.setClearButtonVisible(true);
        people.stream().filter(one -> one.person().equals(chosen)).findFirst().ifPresent(person::setValue);
        return field(name, person);
    }

    DatePicker day(String name, String label, @Nullable LocalDate chosen) {
        DatePicker day = new DatePicker(label);
        day.setLocale(Locale.UK);
        day.setClearButtonVisible(true);
        day.setValue(chosen);
        return field(name, day);
    }

    /** What must hold before the act is sent; it shows itself what is missing. */
    LessonDialog when(BooleanSupplier ready) {
        this.ready = ready;
        return this;
    }

    /** Opens, and acts when the button is pressed. */
    void ask(Supplier<LessonAnswer> send, Consumer<Lesson> done) {
        act.addClickListener(click -> send(send, done));
        open();
    }

    private void send(Supplier<LessonAnswer> send, Consumer<Lesson> done) {
        problem.removeAll();
        fields.values().forEach(field -> field.setInvalid(false));
        if (!ready.getAsBoolean()) {
            return;
        }
        try {
            switch (send.get()) {
                case LessonAnswer.Done(Lesson lesson) -> {
                    close();
                    done.accept(lesson);
                }
                case LessonAnswer.Refused(LessonFault fault) -> refuse(fault);
            }
        } catch (NotAllowed notAllowed) {
            problem.add(Notice.problem(Words.say("act.not-allowed")));
        } catch (RuntimeException away) {
            LOG.error("an act on a lesson failed", away);
            problem.add(Notice.problem(Words.say("act.unavailable")));
        }
    }

    private void refuse(LessonFault fault) {
        HasValidation field = fields.get(fault.field());
        if (field == null) {
            problem.add(Notice.problem(fault.message()));
        } else {
            field.setInvalid(true);
            field.setErrorMessage(fault.message());
        }
    }
}
