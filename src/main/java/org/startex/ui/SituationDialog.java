package org.startex.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.LongConsumer;
import org.startex.conduct.Exercise;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.logbook.SituationWords;

/** Tells the hall how things stand and when the next briefing is; begins with what it was told last. */
final class SituationDialog {
    private final ExerciseTools tools;
    private final ExerciseId id;

    SituationDialog(ExerciseTools tools, ExerciseId id) {
        this.tools = tools;
        this.id = id;
    }

    /** Whether the hall can be told something now, by this member of the staff. */
    static boolean offered(Scene scene) {
        boolean inPlay = scene.exercise() instanceof Exercise.Running || scene.exercise() instanceof Exercise.Paused;
        return inPlay
                && (scene.controls()
                        || scene.role()
                                .filter(role -> role == ExerciseRole.LOGGIST)
                                .isPresent());
    }

    void ask(LongConsumer saved) {
        SituationWords last = tools.logbook().situation(tools.caller(), id).orElse(new SituationWords("", ""));
        TextArea situation = new TextArea(Words.say("situation.situation"));
        situation.setMaxLength(SituationWords.SITUATION);
        situation.setMinRows(4);
        situation.setValueChangeMode(ValueChangeMode.LAZY);
        situation.setHelperText(Words.say("situation.help", SituationWords.SITUATION));
        situation.setAutofocus(true);
        situation.setValue(last.situation());
        TextField briefing = new TextField(Words.say("situation.briefing"));
        briefing.setMaxLength(SituationWords.BRIEFING);
        briefing.setPlaceholder(Words.say("situation.briefing.example"));
        briefing.setValueChangeMode(ValueChangeMode.LAZY);
        briefing.setValue(last.nextBriefing());
        new ActDialog(Words.say("situation.title"), Words.say("situation.act"))
                .explain(Words.say("situation.explain"))
                .with(situation, briefing)
                .primary()
                .ask(
                        (act, why) -> tools.logbook()
                                .tellSituation(
                                        tools.caller(),
                                        id,
                                        act,
                                        new SituationWords(situation.getValue(), briefing.getValue()),
                                        tools.now()),
                        saved);
    }
}
