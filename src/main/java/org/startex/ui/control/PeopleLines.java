package org.startex.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.CellPeople;
import org.startex.conduct.Member;
import org.startex.kernel.ExerciseRole;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Since;
import org.startex.ui.Words;

/** Each person's line: whether they are here, who they are, and what a controller can do with them, in the exercise as it stands when they do it. */
final class PeopleLines {
    private final ExerciseTools tools;
    private final PersonActs acts;
    private @Nullable Scene scene;

    PeopleLines(ExerciseTools tools, PersonActs acts) {
        this.tools = tools;
        this.acts = acts;
    }

    /** What a line says. Two that are equal look the same. */
    record Line(Member member, String name, String beneath, Place place, boolean here, long lastSeen, boolean mayAct) {
        /** Among whom a person is listed. */
        enum Place {
            WAITING,
            CELL,
            STAFF
        }
    }

    /** The exercise as it stands now. */
    void scene(Scene now) {
        scene = now;
    }

    Line of(CellPeople group, CellPeople.Person person, boolean mayAct) {
        Scene now = now();
        Member member = person.member();
        Line.Place place =
                group.waiting() ? Line.Place.WAITING : group.cell().isPresent() ? Line.Place.CELL : Line.Place.STAFF;
        String beneath = switch (place) {
            case STAFF -> Words.say("role." + member.role());
            case WAITING -> now.organisation(member.participant());
            case CELL ->
                member.post().isEmpty()
                        ? now.organisation(member.participant())
                        : now.post(group.cell().orElseThrow().code(), member.post());
        };
        long lastSeen = place == Line.Place.CELL && !person.here()
                ? tools.lastSeen(now.id(), member.participant())
                        .map(Instant::toEpochMilli)
                        .orElse(0L)
                : 0;
        return new Line(member, now.name(member.participant()), beneath, place, person.here(), lastSeen, mayAct);
    }

    Component draw(Line line) {
        Div drawn = Html.div("person-line");
        if (line.place() == Line.Place.CELL) {
            drawn.add(
                    Html.span("mkc " + (line.here() ? "ack" : "late"), new Icon(line.here() ? "ack" : "off")),
                    Html.span("vh", Words.say(line.here() ? "people.is-here" : "people.is-gone")));
        }
        drawn.add(Html.div("tx", Html.span("ell", line.name()), Html.span("ell m xs", line.beneath())));
        if (line.lastSeen() > 0) {
            drawn.add(gone(line.lastSeen()));
        }
        if (line.mayAct() && line.place() == Line.Place.WAITING) {
            Button admit = new Button(Words.say("admit.open"), click -> acts.admit(now(), line.member()));
            admit.addThemeVariants(ButtonVariant.LUMO_SMALL);
            admit.setAriaLabel(Words.say("admit.of", line.name()));
            drawn.add(admit);
        }
        if (line.mayAct() && line.member().role() != ExerciseRole.DIRECTOR) {
            drawn.add(menu(line));
        }
        return drawn;
    }

    private static Since gone(long millis) {
        Since gone = Since.length(millis).within(Words.say("people.gone-for"));
        gone.addClassNames("m", "xs", "nw");
        return gone;
    }

    private MenuBar menu(Line line) {
        Member member = line.member();
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_ICON);
        bar.getElement().setAttribute("aria-label", Words.say("people.acts", line.name()));
        var more = bar.addItem(new Icon("more"));
        more.setAriaLabel(Words.say("people.acts", line.name()));
        if (line.place() == Line.Place.CELL) {
            more.getSubMenu().addItem(Words.say("move.open"), click -> acts.move(now(), member));
            if (!member.post().isEmpty()) {
                more.getSubMenu().addItem(Words.say("hand-over.open"), click -> acts.handOver(now(), member));
            }
        }
        more.getSubMenu().addItem(Words.say("eject.open"), click -> acts.eject(now(), member));
        return bar;
    }

    private Scene now() {
        return Objects.requireNonNull(scene);
    }
}
