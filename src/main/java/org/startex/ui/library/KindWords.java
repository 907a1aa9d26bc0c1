package org.startex.ui.library;

import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.Lengths;
import org.startex.kernel.Texts;
import org.startex.scenario.Cell;
import org.startex.scenario.ConditionWords;
import org.startex.scenario.ExpectedAction;
import org.startex.scenario.Inject;
import org.startex.scenario.InjectKind;
import org.startex.scenario.Scenario;
import org.startex.ui.StoryClock;
import org.startex.ui.Words;

/** What makes an inject of a scenario leave, in words. */
final class KindWords {
    private static final Texts TEXTS = Texts.of("ui-kinds");

    private final StoryClock clock;
    private final ConditionWords conditions;

    KindWords(Scenario scenario) {
        clock = new StoryClock(scenario.start(), scenario.zone());
        conditions = new ConditionWords(
                (CellCode code) -> scenario.cell(code).map(Cell::title).orElse(code.value()), clock::minutes);
    }

    /** For a narrow column: its time, or what it is. */
    String shortly(Inject inject) {
        return switch (inject.kind()) {
            case InjectKind.Timed k -> clock.minutes(inject.due());
            case InjectKind.Cued k -> TEXTS.get("library.cue");
            case InjectKind.Contingency k -> TEXTS.get("library.contingency");
            case InjectKind.Conditional k -> {
                ExerciseTime notBefore = k.notBefore();
                yield notBefore == null
                        ? TEXTS.get("library.when")
                        : TEXTS.get("library.when.from", clock.minutes(notBefore));
            }
        };
    }

    /** In full. */
    String of(Inject inject) {
        return switch (inject.kind()) {
            case InjectKind.Timed k -> TEXTS.get("library.due", clock.minutes(inject.due()), inject.due());
            case InjectKind.Cued k -> TEXTS.get("library.paper.cue", k.cue());
            case InjectKind.Contingency k -> TEXTS.get("library.paper.contingency");
            case InjectKind.Conditional k -> conditional(k);
        };
    }

    private String conditional(InjectKind.Conditional waits) {
        String said = TEXTS.get("library.paper.when", conditions.waits(waits.when()));
        if (waits.afterMicros() > 0) {
            said = TEXTS.get("library.paper.after", said, length(waits.afterMicros()));
        }
        ExerciseTime notBefore = waits.notBefore();
        return notBefore == null ? said : TEXTS.get("library.paper.not-before", said, clock.minutes(notBefore));
    }

    /** By when something is expected, or within what time of an inject that has no fixed one. */
    String step(Inject inject, ExpectedAction step, String who) {
        return inject.kind() instanceof InjectKind.Timed
                ? Words.say("inject.step", clock.minutes(step.by()), who, step.text())
                : TEXTS.get(
                        "library.step.within",
                        length(step.by().micros() - inject.due().micros()),
                        who,
                        step.text());
    }

    private static String length(long micros) {
        return Lengths.of(new ExerciseTime(micros).toDuration());
    }
}
