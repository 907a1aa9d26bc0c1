package org.startex.ui.wall;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.Discussion;
import org.startex.conduct.Exercise;
import org.startex.conduct.Moves;
import org.startex.conduct.OpenQuestion;
import org.startex.kernel.Texts;
import org.startex.ui.Html;
import org.startex.ui.Scene;
import org.startex.ui.TimeLeft;

/** What the tables discuss and how long they have; on the wall while a discussion is open. */
final class WallQuestions extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-wall");

    private transient Optional<Discussion> discussed = Optional.empty();
    private transient List<OpenQuestion> asked = List.of();

    WallQuestions() {
        addClassNames("wall-part", "wall-questions");
        setVisible(false);
    }

    /** Shows it, and says whether there is anything to show. */
    boolean show(Scene scene) {
        Moves moves = scene.play().schedule().moves();
        boolean inPlay = scene.exercise() instanceof Exercise.Running || scene.exercise() instanceof Exercise.Paused;
        Optional<Discussion> now = moves.discussion().filter(discussion -> inPlay && !discussion.closed());
        List<OpenQuestion> questions = moves.questions(moves.begun());
        if (!now.equals(discussed) || !questions.equals(asked)) {
            discussed = now;
            asked = questions;
            draw();
        }
        setVisible(now.isPresent());
        return now.isPresent();
    }

    private void draw() {
        removeAll();
        discussed.ifPresent(discussion -> add(Html.div(
                "wall-discuss",
                new H2(TEXTS.get("questions")),
                Html.spring(),
                Html.div("wall-left", new TimeLeft(discussion.until(), TEXTS.get("questions.up"))))));
        asked.forEach(question -> add(Html.div(
                "wall-line",
                Html.span("wall-time", question.question().toString()),
                Html.div("wall-said", Html.span("wall-text", question.text())))));
    }
}
