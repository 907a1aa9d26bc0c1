package org.startex.ui.plan;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import java.time.Instant;
import java.time.ZoneId;
import org.startex.conduct.PersonalLink;
import org.startex.conduct.Plan;
import org.startex.kernel.Texts;
import org.startex.people.PlannedEntry;
import org.startex.ui.Html;
import org.startex.ui.MarkingTape;
import org.startex.ui.QrCode;
import org.startex.ui.StoryClock;

/** One person's link on paper, with its marking: to cut off and hand over. Seen only in print. */
final class PersonalSlip extends Article {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-invitations");

    PersonalSlip(LinkTable table, PersonalLink made) {
        addClassName("slip");
        Plan plan = table.plan();
        PlannedEntry entry = made.person().entry();
        String role = table.role(entry);
        String cell = table.cell(entry);
        add(
                new MarkingTape(plan.title(), plan.codeWord(), plan.marking()),
                Html.div(
                        "slip-body",
                        new QrCode(made.link(), TEXTS.get("slip.qr", entry.name())),
                        Html.div(
                                "stack",
                                new H3(entry.name()),
                                Html.span("", entry.organisation()),
                                Html.span("b", role.isEmpty() ? cell : cell + " · " + role),
                                Html.span("", when(plan)),
                                Html.span("link", made.link().toString()),
                                Html.span("xs", TEXTS.get("slip.yours")))));
    }

    private static String when(Plan plan) {
        ZoneId zone = plan.zone();
        Instant ends = plan.plannedFor().plus(plan.length().toDuration());
        return TEXTS.get(
                "slip.when",
                StoryClock.dateTime(plan.plannedFor(), zone),
                StoryClock.ending(plan.plannedFor(), ends, zone));
    }
}
