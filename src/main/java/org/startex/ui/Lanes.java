package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lanes by cell over exercise time, drawn by the browser. The same injects stand in a list beside it. */
@Tag("sx-lanes")
@JsModule("context://app/staff.js")
public final class Lanes extends Component implements HasComponents {
    private static final long serialVersionUID = 1L;

    private @Nullable LaneBoard shown;

    /** @param picked told the number of an inject that was picked by pointer */
    public Lanes(Consumer<String> picked) {
        getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "title", Words.say("lanes.title"),
                                "earlier", Words.say("lanes.earlier"),
                                "later", Words.say("lanes.later"),
                                "now", Words.say("lanes.now"),
                                "whole", Words.say("lanes.whole"),
                                "mark", Words.say("lanes.mark")));
        getElement()
                .addEventListener(
                        "sx-pick",
                        event -> picked.accept(
                                event.getEventData().get("event.detail.number").asString()))
                .addEventData("event.detail.number");
    }

    /** Puts something into the head instead of the heading, and something else before the window's buttons. */
    public void head(Component first, Component second) {
        first.getElement().setAttribute("slot", "first");
        second.getElement().setAttribute("slot", "second");
        add(first, second);
    }

    /** Leaves only the head, for something else to stand beneath it. */
    public void fold(boolean folded) {
        getElement().setProperty("folded", folded);
    }

    /** Shows a board; the same again costs nothing. */
    public void show(LaneBoard board) {
        if (!board.equals(shown)) {
            shown = board;
            getElement().setPropertyBean("board", board);
        }
    }

    /** Marks the inject that is open beside. */
    public void select(String number) {
        getElement().setProperty("selected", number);
    }
}
