package org.startex.ui.debrief;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.debrief.HotAnswers;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Texts;
import org.startex.ui.Scene;

/** How many of each cell have answered. Never who, as some of them did so without their name. */
final class AnswerCounts extends Section {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-debrief");

    AnswerCounts(Scene scene, HotAnswers given) {
        addClassNames("panel");
        getElement().setAttribute("aria-label", TEXTS.get("counts.label"));
        NativeTable table = new NativeTable();
        table.addClassName("table");
        NativeTableBody body = new NativeTableBody();
        for (Place place : scene.plan().places()) {
            row(
                    body,
                    place.title(),
                    scene.play().players().stream()
                            .filter(player -> place.code().equals(player.cell()))
                            .toList(),
                    given);
        }
        row(
                body,
                TEXTS.get("counts.staff"),
                scene.play().members().values().stream()
                        .filter(member -> member.present() && member.role() != ExerciseRole.PLAYER)
                        .toList(),
                given);
        table.add(
                new NativeTableHeader(new NativeTableRow(
                        heading("counts.cell"), heading("counts.answered"), heading("counts.people"))),
                body);
        add(table);
    }

    private static NativeTableHeaderCell heading(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(TEXTS.get(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static void row(NativeTableBody body, String title, List<Member> members, HotAnswers given) {
        long answered = members.stream()
                .filter(member -> given.answered().contains(member.participant()))
                .count();
        NativeTableHeaderCell name = new NativeTableHeaderCell(title);
        name.getElement().setAttribute("scope", "row");
        Component[] cells = {
            name, new NativeTableCell(Long.toString(answered)), new NativeTableCell(Integer.toString(members.size()))
        };
        body.add(new NativeTableRow(cells));
    }
}
