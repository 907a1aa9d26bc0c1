package org.startex.ui.competency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.startex.competency.Need;
import org.startex.competency.NeedState;
import org.startex.kernel.Texts;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;

/** What roles need to learn because of lessons about skill. */
@Route(value = "competency/roles", layout = MainLayout.class)
@PermitAll
class RolesView extends CompetencyScreen {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-competency");

    private final transient CompetencyTools tools;
    private final Div content = Html.div("stack wide-gap");

    RolesView(CompetencyTools tools) {
        super(Part.ROLES, tools.assesses());
        this.tools = tools;
    }

    @Override
    protected String marking() {
        return "working";
    }

    @Override
    protected void fill(Div page, BeforeEnterEvent event) {
        page.add(content);
        show();
    }

    private void show() {
        content.removeAll();
        boolean steers = tools.needs().steers(tools.caller());
        List<Need> needs = tools.needs().ofRoles(tools.caller());
        if (steers) {
            Button raise =
                    new Button(TEXTS.get("raise.open"), click -> new RaiseNeedDialog(tools, null, this::show).open());
            raise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            content.add(Html.div("row wrap", Html.p("s m sp", TEXTS.get("roles.note")), raise));
        } else {
            content.add(Html.p("s m", TEXTS.get("roles.note")));
        }
        if (needs.isEmpty()) {
            content.add(Html.div("panel", new EmptyState(TEXTS.get(steers ? "roles.empty" : "roles.empty.reader"))));
        }
        Set<NeedState> allowed = steers ? EnumSet.allOf(NeedState.class) : EnumSet.noneOf(NeedState.class);
        Map<String, List<Need>> byRole =
                needs.stream().collect(Collectors.groupingBy(Need::role, TreeMap::new, Collectors.toList()));
        byRole.forEach((role, own) -> {
            Section section = new Section(new H2(role), new NeedList(tools, own, "", allowed, this::show));
            section.addClassName("section");
            content.add(section);
        });
    }
}
