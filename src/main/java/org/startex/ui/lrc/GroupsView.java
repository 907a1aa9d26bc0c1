package org.startex.ui.lrc;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementFilter;
import org.startex.lrc.ModularResponse;
import org.startex.lrc.PriorityGroup;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** The partnership's priority groups and modular responses; those of the manual's case study wear a mark. */
@Route(value = "lrc/groups", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class GroupsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;

    GroupsView(LrcTools tools) {
        this.tools = tools;
        addClassNames("page", "wide", "lrc");
        show();
    }

    private void show() {
        removeAll();
        List<PriorityGroup> groups = tools.capability().groups(tools.caller());
        List<ModularResponse> responses = tools.capability().responses(tools.caller());
        List<Improvement> records = tools.improvements().records(tools.caller(), ImprovementFilter.ALL);
        add(new LrcHead(LrcTab.GROUPS, TEXTS.get("groups.title")));
        if (groups.stream().anyMatch(GroupsView::demonstrates)
                || responses.stream().anyMatch(GroupsView::demonstrates)) {
            add(Notice.info(TEXTS.get("groups.demonstration", tools.manual().attribution())));
        }
        List<Component> groupCards = groups.stream()
                .filter(group -> !group.retired())
                .<Component>map(group -> new ItemCard(tools, this::show).group(group, responses, records))
                .toList();
        List<Component> responseCards = responses.stream()
                .filter(response -> !response.retired())
                .<Component>map(response -> new ItemCard(tools, this::show).response(response, groups, records))
                .toList();
        add(
                section(
                        TEXTS.get("groups.heading", groupCards.size()),
                        TEXTS.get("groups.none"),
                        groupCards,
                        adds("group.add", () -> new ItemDialogs(tools, this::show).addGroup())),
                section(
                        TEXTS.get("responses.heading", responseCards.size()),
                        TEXTS.get("responses.none"),
                        responseCards,
                        adds("response.add", () -> new ItemDialogs(tools, this::show).addResponse())));
        Div retired = Html.div("cards");
        groups.stream()
                .filter(PriorityGroup::retired)
                .forEach(group -> retired.add(new ItemCard(tools, this::show).group(group, responses, records)));
        responses.stream()
                .filter(ModularResponse::retired)
                .forEach(response -> retired.add(new ItemCard(tools, this::show).response(response, groups, records)));
        long count = retired.getChildren().count();
        if (count > 0) {
            add(new Details(TEXTS.get("retired.heading", count), retired));
        }
    }

    private static boolean demonstrates(PriorityGroup group) {
        return group.demonstration() && !group.retired();
    }

    private static boolean demonstrates(ModularResponse response) {
        return response.demonstration() && !response.retired();
    }

    private Button adds(String key, Runnable add) {
        Button button = new Button(TEXTS.get(key), click -> add.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setVisible(tools.writes());
        return button;
    }

    private static Section section(String heading, String none, List<Component> cards, Button add) {
        Section section = new Section(Html.div("pagehead", new H2(heading), Html.spring(), add));
        section.addClassName("section");
        if (cards.isEmpty()) {
            section.add(Html.div("panel", new EmptyState(none)));
        } else {
            Div shown = Html.div("cards");
            shown.add(cards);
            section.add(shown);
        }
        return section;
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("groups.title"));
    }
}
