package org.startex.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.UIScope;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.startex.conduct.Marking;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.scenario.LibraryEntry;
import org.startex.scenario.Scenario;
import org.startex.scenario.ScenarioService;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseNavigation;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Notice;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** Plans an exercise from a scenario: its title and when; people and codes follow on its own page. */
@Component
@UIScope
public class PlanExercise {
    private static final Texts TEXTS = Texts.of("ui-safety");

    private final ExerciseTools tools;
    private final ScenarioService scenarios;

    PlanExercise(ExerciseTools tools, ScenarioService scenarios) {
        this.tools = tools;
        this.scenarios = scenarios;
    }

    /** Whether whoever sits here may plan. */
    public boolean allowed() {
        return tools.caller() instanceof Caller.SignedIn person && person.has(InstallationRole.EXERCISE_DIRECTOR);
    }

    /** Asks when, for a scenario that is already chosen. */
    public void open(String slug, String title) {
        ask(scenarios.scenario(tools.caller(), slug).stream()
                .map(scenario -> new Choice(slug, title, new Marking(scenario.marking(), scenario.codeWord())))
                .toList());
    }

    /** Asks for scenario and time. */
    public void open() {
        ask(scenarios.list(tools.caller(), "").stream()
                .filter(LibraryEntry.Ready.class::isInstance)
                .map(entry -> ((LibraryEntry.Ready) entry).scenario())
                .map((Scenario scenario) -> new Choice(
                        scenario.slug(), scenario.title(), new Marking(scenario.marking(), scenario.codeWord())))
                .toList());
    }

    private void ask(List<Choice> choices) {
        Dialog dialog = new Dialog(Words.say("plan.title"));
        dialog.setCloseOnOutsideClick(false);
        if (choices.isEmpty()) {
            dialog.add(new EmptyState(Words.say("plan.no-scenario")));
            dialog.getFooter().add(new Button(Words.say("close"), click -> dialog.close()));
            dialog.open();
            return;
        }
        ZoneId zone = zone();
        ComboBox<Choice> scenario = new ComboBox<>(Words.say("plan.scenario"));
        scenario.setItems(choices);
        scenario.setItemLabelGenerator(Choice::title);
        scenario.setReadOnly(choices.size() == 1);
        TextField title = new TextField(Words.say("plan.name"));
        title.setMaxLength(120);
        title.setHelperText(Words.say("plan.name.help"));
        TextField marking = new TextField(TEXTS.get("plan.marking"));
        marking.setMaxLength(60);
        marking.setHelperText(TEXTS.get("plan.marking.help"));
        TextField codeWord = new TextField(TEXTS.get("plan.code-word"));
        codeWord.setMaxLength(40);
        codeWord.setHelperText(TEXTS.get("plan.code-word.help"));
        scenario.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                title.setValue(change.getValue().title());
                marking.setValue(change.getValue().marking().text());
                codeWord.setValue(change.getValue().marking().codeWord());
            }
        });
        scenario.setValue(choices.getFirst());
        DateTimePicker when = new DateTimePicker(Words.say("plan.when", zone.getId()));
        when.setLocale(Locale.UK);
        when.setStep(Duration.ofMinutes(15));
        when.setValue(soon(zone));
        Div problem = Html.div("");
        Button act = new Button(Words.say("plan.act"));
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.getElement().setAttribute("data-submit", "");
        act.addClickListener(click -> {
            problem.removeAll();
            try {
                ExerciseId id = plan(
                        scenario.getValue(),
                        title.getValue().strip(),
                        when.getValue(),
                        zone,
                        new Marking(
                                marking.getValue().strip(), codeWord.getValue().strip()));
                dialog.close();
                UI.getCurrent().navigate(ExerciseNavigation.plan(id));
            } catch (NotAllowed notAllowed) {
                problem.add(Notice.problem(Words.say("act.not-allowed")));
            } catch (IllegalArgumentException unfit) {
                problem.add(Notice.problem(unfit.getMessage() == null ? "" : unfit.getMessage()));
            } catch (RuntimeException away) {
                problem.add(Notice.problem(Words.say("act.unavailable")));
            }
        });
        Button cancel = new Button(Words.say("cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.add(Html.div(
                "form",
                scenario,
                title,
                when,
                Html.div("two", marking, codeWord),
                Html.p("m s", Words.say("plan.next")),
                problem));
        dialog.getFooter().add(cancel, act);
        dialog.open();
    }

    private ExerciseId plan(Choice scenario, String title, LocalDateTime when, ZoneId zone, Marking marking) {
        if (scenario == null) {
            throw new IllegalArgumentException(Words.say("plan.no-choice"));
        }
        if (title.isEmpty()) {
            throw new IllegalArgumentException(Words.say("plan.no-title"));
        }
        if (when == null) {
            throw new IllegalArgumentException(Words.say("plan.no-time"));
        }
        if (marking.text().isEmpty() || marking.codeWord().isEmpty()) {
            throw new IllegalArgumentException(TEXTS.get("plan.no-marking"));
        }
        return tools.conduct()
                .plan(tools.caller(), scenario.slug(), title, when.atZone(zone).toInstant(), marking);
    }

    private LocalDateTime soon(ZoneId zone) {
        return tools.now()
                .atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1);
    }

    private static ZoneId zone() {
        return UserZone.of(UI.getCurrent());
    }

    private record Choice(String slug, String title, Marking marking) {}
}
