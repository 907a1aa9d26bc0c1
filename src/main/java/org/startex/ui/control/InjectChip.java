package org.startex.ui.control;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;
import org.startex.ui.Icon;
import org.startex.ui.Words;

/** The state of an inject as shape, word and colour; the time in it is drawn by the browser. */
final class InjectChip extends Span {
    private static final long serialVersionUID = 1L;

    InjectChip(InjectRow row) {
        String look = InjectStates.look(row.state());
        addClassNames("st", look);
        add(new Icon(look));
        if (InjectStates.counts(row.state())) {
            Element time = new Element("sx-countdown");
            time.setProperty("pattern", InjectStates.pattern(row));
            time.setProperty("due", (double) row.turn().micros());
            time.setProperty("past", row.state() == InjectState.LATE);
            time.setProperty("now", Words.say("inject.due-now"));
            getElement().appendChild(time);
        } else {
            add(new Span(InjectStates.pattern(row)));
        }
    }
}
