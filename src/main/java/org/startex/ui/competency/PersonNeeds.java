package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.Set;
import org.startex.competency.NeedState;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.ui.Html;

/** The development needs on a person's record; only an assessor says that one is met. */
final class PersonNeeds extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    PersonNeeds(CompetencyTools tools, PersonId person, boolean mine) {
        addClassName("stack");
        show(tools, person, mine);
    }

    private void show(CompetencyTools tools, PersonId person, boolean mine) {
        removeAll();
        Runnable again = () -> show(tools, person, mine);
        Set<NeedState> allowed =
                mine ? EnumSet.of(NeedState.OPEN, NeedState.BEING_MET) : EnumSet.allOf(NeedState.class);
        Button raise = new Button(TEXTS.get("raise.open"), click -> new RaiseNeedDialog(tools, person, again).open());
        add(
                Html.div("row wrap", Html.p("s m sp", TEXTS.get(mine ? "needs.note.mine" : "needs.note")), raise),
                new NeedList(
                        tools,
                        tools.needs().ofPerson(tools.caller(), person),
                        TEXTS.get("needs.empty"),
                        allowed,
                        again));
    }
}
