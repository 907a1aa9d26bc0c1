package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.PlannedPhase;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Texts;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;

/** Asks where the clock is to jump to, and what becomes of the injects between. */
final class JumpDialog {
    private static final Texts TEXTS = Texts.of("ui-steering");
    private static final Pattern DAY = Pattern.compile("(?i)D(?:ay)? ?(\\d{1,2}),? +(.+)");
    private static final PlannedPhase BY_TIME = new PlannedPhase("", ExerciseTime.ZERO);

    private final ExerciseTools tools;
    private final Scene scene;
    private final SavedLine saved;
    private final Select<PlannedPhase> where = new Select<>();
    private final TextField time = new TextField(TEXTS.get("jump.time"));
    private final Div preview = Html.div("s");
    private final RadioButtonGroup<PassedOver> over = new RadioButtonGroup<>(TEXTS.get("jump.over"));
    private final TextArea why = new TextArea(TEXTS.get("why.skipped"));

    JumpDialog(ExerciseTools tools, Scene scene, SavedLine saved) {
        this.tools = tools;
        this.scene = scene;
        this.saved = saved;
        List<PlannedPhase> targets = new ArrayList<>(scene.play().schedule().phases().stream()
                .filter(phase -> phase.from().compareTo(scene.elapsed()) > 0
                        && scene.play().withinMove(phase.from()))
                .toList());
        targets.add(BY_TIME);
        where.setLabel(TEXTS.get("jump.to"));
        where.setItems(targets);
        where.setItemLabelGenerator(this::label);
        where.setValue(targets.getFirst());
        where.addValueChangeListener(change -> show());
        time.setHelperText(TEXTS.get("jump.time.help"));
        time.setMaxLength(14);
        time.setValueChangeMode(ValueChangeMode.EAGER);
        time.addValueChangeListener(change -> show());
        preview.getElement().setAttribute("aria-live", "polite");
        over.setItems(PassedOver.values());
        over.setItemLabelGenerator(JumpDialog::label);
        over.setValue(PassedOver.HOLD);
        over.addValueChangeListener(change -> show());
        why.setMaxLength(500);
        why.setValueChangeMode(ValueChangeMode.LAZY);
        show();
    }

    private String label(PlannedPhase phase) {
        return phase.equals(BY_TIME)
                ? TEXTS.get("jump.to.time")
                : TEXTS.get("jump.to.phase", phase.title(), scene.clock().minutes(phase.from()));
    }

    private static String label(PassedOver over) {
        return switch (over) {
            case HOLD -> TEXTS.get("jump.over.hold");
            case SEND -> TEXTS.get("jump.over.send");
            case SKIP -> TEXTS.get("jump.over.skip");
        };
    }

    void open() {
        new ActDialog(TEXTS.get("jump.title"), TEXTS.get("jump.act"))
                .explain(TEXTS.get("jump.explain"))
                .with(where, time, preview, over, why)
                .primary()
                .ask(this::send, saved::saved);
    }

    private void show() {
        boolean byTime = BY_TIME.equals(where.getValue());
        time.setVisible(byTime);
        time.setInvalid(false);
        Optional<ExerciseTime> to = target();
        List<PlannedInject> passed = to.map(scene.play()::passedBefore).orElse(List.of());
        preview.setText(to.map(when -> said(when, passed)).orElse(TEXTS.get("jump.time.help")));
        over.setVisible(!passed.isEmpty());
        boolean skips = !passed.isEmpty() && over.getValue() == PassedOver.SKIP;
        why.setRequiredIndicatorVisible(skips);
        why.setLabel(TEXTS.get(skips ? "why" : "why.skipped"));
        why.setInvalid(false);
    }

    private String said(ExerciseTime to, List<PlannedInject> passed) {
        String when = StoryClock.dateTime(scene.clock().moment(to));
        return passed.isEmpty()
                ? TEXTS.get("jump.preview.none", when)
                : TEXTS.get(
                        "jump.preview",
                        when,
                        passed.size(),
                        passed.stream().map(inject -> inject.number().value()).collect(Collectors.joining(", ")));
    }

    /** The phase's beginning, or the next moment at which the story's clock shows the time that is written. */
    private Optional<ExerciseTime> target() {
        PlannedPhase phase = where.getValue();
        if (phase != null && !phase.equals(BY_TIME)) {
            return Optional.of(phase.from());
        }
        String text = time.getValue().strip();
        Matcher day = DAY.matcher(text);
        return day.matches()
                ? clockTime(day.group(2)).flatMap(wanted -> onDay(Long.parseLong(day.group(1)), wanted))
                : clockTime(text).map(wanted -> next(scene.clock(), scene.elapsed(), wanted));
    }

    private static Optional<LocalTime> clockTime(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Optional<ExerciseTime> onDay(long day, LocalTime wanted) {
        return scene.clock()
                .until(scene.plan().start().toLocalDate().plusDays(day - 1).atTime(wanted));
    }

    /** The next moment after now at which the story's clock shows a time of day: today's, or tomorrow's. */
    static ExerciseTime next(StoryClock clock, ExerciseTime elapsed, LocalTime wanted) {
        LocalDateTime now = clock.moment(elapsed);
        LocalDateTime then = now.toLocalDate().atTime(wanted);
        if (!then.isAfter(now)) {
            then = then.plusDays(1);
        }
        return clock.until(then).orElse(elapsed);
    }

    private CompletableFuture<Answer> send(ClientId id, String none) {
        Optional<ExerciseTime> to = target();
        if (to.isEmpty()) {
            time.setInvalid(true);
            time.setErrorMessage(TEXTS.get("jump.time.help"));
            return CompletableFuture.completedFuture(new Answer.Refused(Reason.of("jump-where", "to")));
        }
        String reason = why.getValue().strip();
        if (reason.isEmpty() && why.isRequiredIndicatorVisible()) {
            why.setInvalid(true);
            why.setErrorMessage(org.startex.ui.Words.say("reason.needed"));
        }
        return tools.steering().jump(tools.caller(), scene.id(), id, to.get(), over.getValue(), reason);
    }
}
