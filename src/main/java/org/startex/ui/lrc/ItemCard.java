package org.startex.ui.lrc;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.LrcCode;
import org.startex.kernel.Texts;
import org.startex.lrc.Improvement;
import org.startex.lrc.ModularResponse;
import org.startex.lrc.PriorityGroup;
import org.startex.ui.Html;
import org.startex.ui.Icon;

/** A priority group or a modular response on a card, with what the working group can do with it. */
final class ItemCard {
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final LrcTools tools;
    private final Runnable changed;

    ItemCard(LrcTools tools, Runnable changed) {
        this.tools = tools;
        this.changed = changed;
    }

    Article group(PriorityGroup group, List<ModularResponse> responses, List<Improvement> records) {
        DescriptionList facts = facts();
        fact(facts, "group.rationale", group.said().rationale());
        fact(facts, "group.description", group.said().description());
        fact(facts, "group.needs", String.join("; ", group.needs()));
        fact(facts, "group.scale", group.said().scale());
        fact(
                facts,
                "group.responses",
                responses.stream()
                        .filter(response -> response.serves().contains(group.code()) && !response.retired())
                        .map(ModularResponse::title)
                        .collect(Collectors.joining("; ")));
        Article card = card(group.name(), group.demonstration(), group.retired());
        card.add(facts);
        card.add(records(
                group.code(),
                records.stream()
                        .filter(record -> group.code().equals(record.draft().group()))
                        .count()));
        if (tools.writes()) {
            ItemDialogs dialogs = new ItemDialogs(tools, changed);
            card.add(acts(
                    group.name(),
                    group.retired(),
                    () -> dialogs.change(group),
                    () -> dialogs.turn(group),
                    () -> dialogs.history(group.code(), group.name())));
        }
        return card;
    }

    Article response(ModularResponse response, List<PriorityGroup> groups, List<Improvement> records) {
        DescriptionList facts = facts();
        fact(facts, "response.comprises", response.said().comprises());
        String protocol = response.said().protocol();
        fact(facts, "response.protocol", protocol.isEmpty() ? TEXTS.get("response.no-protocol") : protocol);
        fact(
                facts,
                "response.serves",
                groups.stream()
                        .filter(group -> response.serves().contains(group.code()))
                        .map(PriorityGroup::name)
                        .collect(Collectors.joining("; ")));
        Article card = card(response.title(), response.demonstration(), response.retired());
        card.add(facts);
        card.add(records(
                null,
                records.stream()
                        .filter(record -> response.code().equals(record.draft().response()))
                        .count()));
        if (tools.writes()) {
            ItemDialogs dialogs = new ItemDialogs(tools, changed);
            card.add(acts(
                    response.title(),
                    response.retired(),
                    () -> dialogs.change(response, groups),
                    () -> dialogs.turn(response),
                    () -> dialogs.history(response.code(), response.title())));
        }
        return card;
    }

    private static Article card(String title, boolean demonstration, boolean retired) {
        Article card = new Article(new H3(title));
        card.addClassNames("panel", "pad", "card", "lrc-card");
        if (demonstration) {
            card.add(Html.div(
                    "row", Html.span("st mini held", new Icon("info"), Html.span("", TEXTS.get("demonstration")))));
        }
        if (retired) {
            card.add(Html.div(
                    "row", Html.span("st mini withdrawn", new Icon("cross"), Html.span("", TEXTS.get("retired")))));
        }
        return card;
    }

    private static Div records(@Nullable LrcCode group, long count) {
        String text = TEXTS.get("item.records", count);
        return Html.div(
                "s",
                group == null || count == 0
                        ? Html.span("m", text)
                        : new Anchor(LrcNavigation.RECORDS + "?group=" + group, text));
    }

    private static Div acts(String name, boolean retired, Runnable change, Runnable turn, Runnable history) {
        Div acts = Html.div("row wrap");
        if (!retired) {
            acts.add(act(TEXTS.get("item.change"), TEXTS.get("item.change-label", name), change));
        }
        acts.add(
                retired
                        ? act(TEXTS.get("item.restore"), TEXTS.get("item.restore-label", name), turn)
                        : act(TEXTS.get("item.retire"), TEXTS.get("item.retire-label", name), turn),
                act(TEXTS.get("history"), TEXTS.get("item.history-label", name), history));
        return acts;
    }

    private static Button act(String text, String label, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        return button;
    }

    private static DescriptionList facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        return facts;
    }

    private static void fact(DescriptionList facts, String key, String text) {
        if (!text.isEmpty()) {
            Description said = new Description(text);
            said.addClassName("lines");
            facts.add(new Term(TEXTS.get(key)), said);
        }
    }
}
