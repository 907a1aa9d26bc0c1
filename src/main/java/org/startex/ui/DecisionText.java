package org.startex.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import org.startex.conduct.Delivered;
import org.startex.logbook.ActionWords;
import org.startex.logbook.DecisionRecorded;

/** A decision whole: what, why, on what information, what else was possible, what was expected, and the actions it raised. */
public final class DecisionText extends Div {
    private static final long serialVersionUID = 1L;

    private final DescriptionList facts = new DescriptionList();

    public DecisionText(Scene scene, DecisionRecorded decision) {
        addClassName("decision");
        facts.addClassName("facts");
        fact("decision.what", decision.words().decision());
        fact("decision.why", decision.words().rationale());
        fact("decision.relied-on", relied(scene, decision.reliedOn()));
        fact("decision.options", decision.words().options());
        fact("decision.effect", decision.words().expectedEffect());
        fact(
                "decision.actions",
                decision.words().actions().stream().map(DecisionText::action).collect(Collectors.joining("\n")));
        fact("decision.late", decision.words().lateReason());
        add(facts);
    }

    private void fact(String key, String value) {
        if (!value.isBlank()) {
            DescriptionList.Description description = new DescriptionList.Description(value);
            description.getStyle().set("white-space", "pre-line");
            facts.add(new DescriptionList.Term(Words.say(key)), description);
        }
    }

    private static String relied(Scene scene, List<Long> seqs) {
        return seqs.stream()
                .map(seq -> scene.play()
                        .delivered(seq)
                        .map((Delivered d) -> Words.say(
                                "decision.inject", d.number(), d.words().title()))
                        .orElse(Words.say("decision.entry", seq)))
                .collect(Collectors.joining("\n"));
    }

    private static String action(ActionWords action) {
        String owner = action.owner().isBlank() ? "" : Words.say("action.owner", action.owner());
        String due = action.due().isBlank() ? "" : Words.say("action.due", action.due());
        return (action.text() + owner + due).strip();
    }
}
