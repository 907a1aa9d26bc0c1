package org.startex.ui.evaluator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.PlannedObjective;
import org.startex.kernel.Addressee;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.RatingScale;
import org.startex.kernel.Texts;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.ObservationDraft;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.Subject;
import org.startex.ui.Words;

/** What is observed of one subject: who, what of the expected, how well, against which objectives and KSBs, and in words. */
final class ObservationForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");
    private static final int NOTE = 4_000;
    private static final int REASON = 500;

    private final transient @Nullable Subject subject;
    private final Toggles<ParticipantId> observed;
    private final ExpectedChecklist expected;
    private final Toggles<RatingScale.Step> rating;
    private final Toggles<ObjectiveCode> objectives;
    private final KsbPicker ksbs;
    private final TextArea note = new TextArea(TEXTS.get("observe.note"));
    private final TextArea lateReason = new TextArea(TEXTS.get("observe.late-reason"));
    private final Div nobody = Html.div("", Html.p("m s", TEXTS.get("observe.nobody")));

    /** @param changed told at each change, to keep the draft */
    ObservationForm(Scene scene, StandardsCatalogue catalogue, @Nullable Subject subject, Runnable changed) {
        this.subject = subject;
        addClassName("observe-form");
        observed = new Toggles<>(TEXTS.get("observe.who"), true, scene::name, changed);
        expected = new ExpectedChecklist(scene, subject == null ? List.of() : subject.expected(), changed);
        rating = new Toggles<>(TEXTS.get("observe.rating"), false, ObservationForm::step, changed);
        rating.addClassName("ratings");
        RatingScale scale = catalogue.ratingScales().orUsual(scene.plan().ratingScale());
        rating.offer(scale.steps());
        objectives = new Toggles<>(TEXTS.get("observe.objectives"), true, code -> objective(scene, code), changed);
        objectives.addClassName("lines");
        ksbs = new KsbPicker(catalogue, changed);
        List<ObjectiveCode> named = subject == null ? List.of() : subject.objectives();
        objectives.offer(named);
        objectives.offer(
                scene.plan().objectives().stream().map(PlannedObjective::code).toList());
        objectives.choose(named);
        if (subject != null) {
            ksbs.offer(subject.ksbs());
        }
        area(note, NOTE, changed);
        area(lateReason, REASON, changed);
        lateReason.setRequiredIndicatorVisible(true);
        lateReason.setHelperText(TEXTS.get("observe.late-help"));
        add(section("observe.who", observed, nobody));
        if (subject != null && !subject.expected().isEmpty()) {
            add(section("observe.expected", expected));
        }
        add(section("observe.rating", Html.p("m xs", scale.title()), rating), note, lateReason);
        add(section("observe.objectives", objectives), section("observe.ksbs", ksbs));
        follow(scene);
        chooseMaker();
    }

    private static Section section(String key, Component... parts) {
        Section section = new Section(new H3(TEXTS.get(key)));
        section.addClassNames("stack");
        section.add(parts);
        return section;
    }

    private static void area(TextArea area, int length, Runnable changed) {
        area.setMaxLength(length);
        area.setMinRows(2);
        area.setWidthFull();
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(300);
        area.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    private static String step(RatingScale.Step step) {
        return Words.say("rating.step", step.code(), step.title());
    }

    private static String objective(Scene scene, ObjectiveCode code) {
        return scene.plan().objectives().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> TEXTS.get("observe.objective", code.value(), each.title()))
                .orElse(code.value());
    }

    /** Whoever decided is who was observed, unless the evaluator says otherwise. */
    private void chooseMaker() {
        if (subject != null && subject.maker() != null) {
            observed.choose(List.of(subject.maker()));
        }
    }

    /** Takes in who has joined since, and whether entries are late by now. */
    void follow(Scene scene) {
        observed.offer(players(scene).map(Member::participant).toList());
        nobody.setVisible(observed.isEmpty());
        lateReason.setVisible(scene.exercise() instanceof Exercise.Closing);
    }

    /** Those it may be about: of the cells that have the subject, or everybody. */
    private Stream<Member> players(Scene scene) {
        Subject about = subject;
        Stream<Member> all = scene.play().players().stream().filter(member -> member.role() == ExerciseRole.PLAYER);
        if (about == null) {
            return all.filter(member -> member.cell() != null);
        }
        DecisionRecorded decision = about.decision();
        Delivered inject = about.inject();
        Predicate<Member> here = member -> decision != null
                ? decision.cell().equals(member.cell())
                : inject != null
                        && inject.to().stream().map(Addressee::cell).anyMatch(cell -> cell.equals(member.cell()));
        return all.filter(here);
    }

    /** Fills in what was being written. */
    void fill(ObservationDraft draft) {
        observed.choose(draft.observed());
        expected.choose(draft.checked());
        rating.choose(rating.offered().stream()
                .filter(step -> step.code().equals(draft.step()))
                .toList());
        objectives.choose(draft.objectives());
        ksbs.choose(draft.ksbs());
        note.setValue(draft.note());
        lateReason.setValue(draft.lateReason());
    }

    /** What has been written so far. */
    ObservationDraft draft() {
        return new ObservationDraft(
                subject == null ? null : subject.seq(),
                objectives.chosen(),
                ksbs.chosen(),
                observed.chosen(),
                rating.chosen().stream().map(RatingScale.Step::code).findFirst().orElse(null),
                expected.checked(),
                note.getValue().strip(),
                lateReason.getValue().strip());
    }

    /** Says at its field what is missing, before anything is sent. */
    boolean isComplete(ObservationDraft draft) {
        boolean empty = draft.note().isEmpty()
                && draft.step() == null
                && draft.checked().isEmpty();
        note.setInvalid(empty);
        note.setErrorMessage(TEXTS.get("observe.empty"));
        boolean unexplained = lateReason.isVisible() && draft.lateReason().isEmpty();
        lateReason.setInvalid(unexplained);
        lateReason.setErrorMessage(TEXTS.get("observe.late-missing"));
        if (empty) {
            note.focus();
        } else if (unexplained) {
            lateReason.focus();
        }
        return !empty && !unexplained;
    }
}
