package org.startex.ui.loggist;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Delivered;
import org.startex.conduct.Exercise;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.logbook.ActionWords;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.DecisionForDraft;
import org.startex.people.ParticipantName;
import org.startex.ui.Scene;

/** Who decided what, why, and in answer to which inject. */
final class LogForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-loggist");
    private static final int TEXT = 4_000;
    private static final int ACTION = 1_000;
    private static final int ACTIONS = 20;

    /** Somebody who may have decided. */
    private record Maker(
            ParticipantId participant, @Nullable CellCode cell, String label) {}

    private final ComboBox<Maker> maker = new ComboBox<>(TEXTS.get("form.maker"));
    private final Select<Place> cell = new Select<>();
    private final ComboBox<Delivered> inject = new ComboBox<>(TEXTS.get("form.inject"));
    private final TextArea decision = area("form.decision", TEXT, true);
    private final TextArea rationale = area("form.rationale", TEXT, true);
    private final TextArea options = area("form.options", TEXT, false);
    private final TextArea effect = area("form.effect", TEXT, false);
    private final TextArea actions = area("form.actions", ACTION * ACTIONS, false);
    private final TextArea lateReason = area("form.late", 500, true);
    private transient Scene scene;
    private transient List<Maker> makers = List.of();
    private transient List<Delivered> offered = List.of();

    LogForm(Scene scene) {
        this.scene = scene;
        addClassNames("stack", "form");
        maker.setRequiredIndicatorVisible(true);
        maker.setItemLabelGenerator(Maker::label);
        maker.setHelperText(TEXTS.get("form.maker.help"));
        maker.setWidthFull();
        maker.addValueChangeListener(change -> choseMaker());
        cell.setLabel(TEXTS.get("form.cell"));
        cell.setItemLabelGenerator(place -> place == null ? "" : place.title());
        cell.setItems(scene.plan().places());
        cell.setWidthFull();
        cell.addValueChangeListener(change -> offerInjects());
        inject.setItemLabelGenerator(one ->
                TEXTS.get("form.inject.one", one.number().value(), one.words().title()));
        inject.setPlaceholder(TEXTS.get("form.inject.none"));
        inject.setClearButtonVisible(true);
        inject.setWidthFull();
        actions.setHelperText(TEXTS.get("form.actions.help"));
        lateReason.setHelperText(TEXTS.get("form.late.help"));
        add(maker, cell, inject, decision, rationale, options, effect, actions, lateReason);
        follow(scene);
        choseMaker();
    }

    private static TextArea area(String key, int length, boolean needed) {
        TextArea area = new TextArea(TEXTS.get(key));
        area.setMaxLength(length);
        area.setMinRows(needed ? 2 : 1);
        area.setWidthFull();
        area.setRequiredIndicatorVisible(needed);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        return area;
    }

    /** Where writing begins. */
    void begin() {
        if (maker.getValue() == null) {
            maker.focus();
        } else {
            decision.focus();
        }
    }

    /** Takes in who has come since, what was delivered since, and whether entries are late by now. */
    void follow(Scene now) {
        scene = now;
        lateReason.setVisible(now.exercise() instanceof Exercise.Closing);
        List<Maker> known = makers(now);
        if (!known.equals(makers)) {
            makers = known;
            Maker chosen = maker.getValue();
            maker.setItems(known);
            if (chosen != null) {
                maker.setValue(known.stream()
                        .filter(one -> one.participant().equals(chosen.participant()))
                        .findFirst()
                        .orElse(null));
            }
        }
        offerInjects();
    }

    /** Players by cell, then staff, then whoever is expected and has not come; not those who log, and not who was shut out. */
    private static List<Maker> makers(Scene scene) {
        Stream<Maker> present = scene.play().members().values().stream()
                .filter(member -> !member.ejected() && member.role() != ExerciseRole.LOGGIST)
                .sorted(java.util.Comparator.comparing((Member member) -> member.role() != ExerciseRole.PLAYER)
                        .thenComparing(scene::place)
                        .thenComparing(member -> scene.name(member.participant())))
                .map(member -> new Maker(
                        member.participant(),
                        member.role() == ExerciseRole.PLAYER ? member.cell() : null,
                        TEXTS.get("form.maker.one", scene.name(member.participant()), scene.place(member))));
        Stream<Maker> expected = scene.names().values().stream()
                .filter(name -> scene.play().member(name.participant()).isEmpty())
                .sorted(java.util.Comparator.comparing(ParticipantName::name))
                .map(name -> new Maker(name.participant(), null, TEXTS.get("form.maker.expected", name.name())));
        return Stream.concat(present, expected).toList();
    }

    private void choseMaker() {
        Maker chosen = maker.getValue();
        CellCode of = chosen == null ? null : chosen.cell();
        cell.setVisible(chosen != null && of == null);
        if (of != null) {
            scene.plan().place(of).ifPresent(cell::setValue);
        }
        offerInjects();
    }

    private void offerInjects() {
        Place of = cell.getValue();
        Delivered chosen = inject.getValue();
        List<Delivered> theirs = of == null
                ? List.of()
                : scene.play().delivered().reversed().stream()
                        .filter(one ->
                                one.to().stream().anyMatch(to -> to.cell().equals(of.code())))
                        .toList();
        inject.setVisible(of != null);
        if (theirs.equals(offered)) {
            return;
        }
        offered = theirs;
        inject.setItems(theirs);
        if (chosen != null) {
            inject.setValue(theirs.stream()
                    .filter(one -> one.seq() == chosen.seq())
                    .findFirst()
                    .orElse(null));
        }
    }

    /** What has been written; empty, with the missing field marked, if it is not all. */
    Optional<DecisionForDraft> draft() {
        Maker who = maker.getValue();
        Place where = cell.getValue();
        maker.setInvalid(who == null);
        maker.setErrorMessage(TEXTS.get("form.maker.missing"));
        cell.setInvalid(who != null && where == null);
        cell.setErrorMessage(TEXTS.get("form.cell.missing"));
        Stream.of(decision, rationale, lateReason).forEach(LogForm::check);
        if (who == null || where == null) {
            (who == null ? maker : cell).getElement().callJsFunction("focus");
            return Optional.empty();
        }
        Optional<TextArea> missing = Stream.of(decision, rationale, lateReason)
                .filter(TextArea::isInvalid)
                .findFirst();
        if (missing.isPresent()) {
            missing.get().focus();
            return Optional.empty();
        }
        Delivered answered = inject.getValue();
        return Optional.of(new DecisionForDraft(
                who.participant(),
                where.code(),
                new DecisionDraft(
                        answered == null ? null : answered.seq(),
                        answered == null ? List.of() : List.of(answered.seq()),
                        decision.getValue().strip(),
                        rationale.getValue().strip(),
                        options.getValue().strip(),
                        effect.getValue().strip(),
                        actions(),
                        lateReason.isVisible() ? lateReason.getValue().strip() : "")));
    }

    private static void check(TextArea area) {
        boolean missing = area.isVisible() && area.getValue().isBlank();
        area.setInvalid(missing);
        area.setErrorMessage(missing ? TEXTS.get("form.missing") : "");
    }

    /** One action on each line: what, who and by when with semicolons between. */
    private List<ActionWords> actions() {
        return Arrays.stream(actions.getValue().split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(LogForm::action)
                .toList();
    }

    private static ActionWords action(String line) {
        String[] parts = line.split(";", 3);
        return new ActionWords(
                parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", parts.length > 2 ? parts[2].strip() : "");
    }
}
