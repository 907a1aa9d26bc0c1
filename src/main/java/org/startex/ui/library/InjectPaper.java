package org.startex.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.startex.kernel.Addressee;
import org.startex.scenario.Cell;
import org.startex.scenario.CellRole;
import org.startex.scenario.Inject;
import org.startex.scenario.Objective;
import org.startex.scenario.Scenario;
import org.startex.standards.Ksb;
import org.startex.standards.LrcItem;
import org.startex.standards.StandardsCatalogue;
import org.startex.ui.AttachmentLinks;
import org.startex.ui.ChannelPaper;
import org.startex.ui.Channels;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Markdown;
import org.startex.ui.Words;

/** An inject of a scenario with all its fields. */
final class InjectPaper extends Article {
    private static final long serialVersionUID = 1L;

    private final transient Scenario scenario;

    InjectPaper(
            Scenario scenario, Inject inject, StandardsCatalogue standards, AttachmentLinks files, Component lessons) {
        this.scenario = scenario;
        KindWords kinds = new KindWords(scenario);
        addClassNames("panel", "pad", "paper");
        H2 heading = new H2(inject.title());
        heading.addClassName("big");
        add(
                Html.div("row s", Html.span("no", inject.number().value()), Html.span("m", kinds.of(inject))),
                heading,
                Html.div(
                        "row s m",
                        new Icon(Channels.icon(inject.channel())),
                        Html.span("", Words.say("inject.from", Channels.word(inject.channel()), inject.from()))),
                Html.p("s", Words.say("inject.to", String.join(", ", names(inject.to())))),
                new ChannelPaper(inject.channel(), inject.from(), inject.text()),
                lessons);
        inject.voice().ifPresent(voice -> add(new CueCardPart(inject.channel(), voice)));
        list(
                "inject.expected",
                inject.expected().stream()
                        .map(step -> kinds.step(inject, step, name(step.who())))
                        .toList());
        if (!inject.notes().isBlank()) {
            add(section("inject.notes", Markdown.of(inject.notes())));
        }
        list(
                "inject.objectives",
                inject.objectives().stream()
                        .map(code -> scenario.objectives().stream()
                                .filter(objective -> objective.code().equals(code))
                                .map(Objective::title)
                                .findFirst()
                                .map(title -> code + "  " + title)
                                .orElse(code.value()))
                        .toList());
        list(
                "inject.ksbs",
                inject.ksbs().stream()
                        .map(code -> standards
                                .ksb(code)
                                .map(Ksb::text)
                                .map(text -> code + "  " + text)
                                .orElse(code.value()))
                        .toList());
        list(
                "inject.lrc",
                inject.lrc().stream()
                        .map(code -> standards.lrc(code).map(LrcItem::title).orElse(code.value()))
                        .toList());
        if (!inject.attachments().isEmpty()) {
            inject.attachments()
                    .forEach(
                            file -> files.file(file.name(), file.mediaType(), file.bytes(), file.digest(), file.alt()));
            add(section("inject.files", files));
        }
    }

    private void list(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("lines");
            lines.forEach(line -> list.add(new ListItem(line)));
            add(section(key, list));
        }
    }

    private static Div section(String key, Component content) {
        return Html.div("stack tight s", new H3(Words.say(key)), content);
    }

    private List<String> names(List<Addressee> to) {
        return to.stream().map(this::name).toList();
    }

    private String name(Addressee to) {
        return scenario.cell(to.cell())
                .map(cell -> to.wholeCell() ? cell.title() : cell.title() + ", " + role(cell, to.role()))
                .orElse(to.toString());
    }

    private static String role(Cell cell, String code) {
        return cell.roles().stream()
                .filter(role -> role.code().equals(code))
                .map(CellRole::title)
                .findFirst()
                .orElse(code);
    }
}
