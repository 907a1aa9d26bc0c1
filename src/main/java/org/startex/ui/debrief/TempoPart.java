package org.startex.ui.debrief;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.debrief.TempoService;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The tab of the tempo. */
@Component
@Order(40)
class TempoPart implements DebriefPart {
    private static final Texts TEXTS = Texts.of("ui-tempo");

    private final TempoService tempos;

    TempoPart(TempoService tempos) {
        this.tempos = tempos;
    }

    @Override
    public String code() {
        return "tempo";
    }

    @Override
    public String title() {
        return TEXTS.get("tempo.title");
    }

    @Override
    public DebriefPanel panel(ExerciseTools tools, Scene scene, Wanted wanted) {
        return new TempoPanel(tempos, tools);
    }
}
