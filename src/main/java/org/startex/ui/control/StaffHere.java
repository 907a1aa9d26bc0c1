package org.startex.ui.control;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.Texts;
import org.startex.ui.ExerciseTab;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.StaffPresence.Seat;

/** Who else is in the control room, which inject each has open, and what each is about to do. Said quietly, and only while somebody else is there. */
final class StaffHere extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-safety");

    private transient List<String> shown = List.of();

    StaffHere() {
        addClassNames("staff-here", "s", "m");
        getElement().setAttribute("role", "status").setAttribute("aria-label", TEXTS.get("here.title"));
        setVisible(false);
    }

    void show(Scene scene, List<Seat> seats, ParticipantId me) {
        List<String> lines = seats.stream()
                .filter(seat -> seat.screen() == ExerciseTab.CONTROL
                        && !seat.participant().equals(me))
                .map(seat -> said(scene, seat))
                .distinct()
                .toList();
        if (Objects.equals(lines, shown)) {
            return;
        }
        shown = lines;
        setVisible(!lines.isEmpty());
        removeAll();
        add(new Icon("person"), Html.span("", lines.stream().collect(Collectors.joining("; "))));
    }

    private static String said(Scene scene, Seat seat) {
        String name = scene.name(seat.participant());
        if (!seat.doing().isEmpty()) {
            return TEXTS.get("here.does", name, seat.doing());
        }
        return seat.inject().isEmpty() ? TEXTS.get("here.is", name) : TEXTS.get("here.at", name, seat.inject());
    }
}
