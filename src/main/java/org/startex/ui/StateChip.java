package org.startex.ui;

import com.vaadin.flow.component.html.Span;
import org.startex.conduct.Exercise;
import org.startex.conduct.PauseCause;
import org.startex.kernel.Texts;

/** A state as shape, word and colour. */
public final class StateChip extends Span {
    private static final long serialVersionUID = 1L;

    /**
     * @param state a state's class in {@code startex.css}
     * @param icon the name of its icon
     */
    public StateChip(String state, String icon, String word) {
        super(new Icon(icon), new Span(word));
        addClassNames("st", state);
    }

    /** The state of an exercise. */
    public static StateChip of(String exerciseWord) {
        String word = Words.say("state." + exerciseWord);
        return switch (exerciseWord) {
            case "running" -> new StateChip("ack", "play", word);
            case "paused" -> new StateChip("due", "pause", word);
            case "stopped" -> new StateChip("noduff", "noduff", word);
            case "closing" -> new StateChip("delivered", "stop", word);
            case "sealed" -> new StateChip("seen", "seal", word);
            default -> new StateChip("pending", "pending", word);
        };
    }

    /** The state of an exercise. */
    public static StateChip of(Exercise exercise) {
        return exercise instanceof Exercise.Paused paused && paused.cause() == PauseCause.MOVE_ENDED
                ? new StateChip("due", "pause", Texts.of("ui-moves").get("waiting"))
                : of(exercise.word());
    }
}
