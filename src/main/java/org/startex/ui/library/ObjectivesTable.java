package org.startex.ui.library;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.function.Consumer;
import org.startex.scenario.Inject;
import org.startex.scenario.Objective;
import org.startex.scenario.Scenario;
import org.startex.ui.Html;
import org.startex.ui.Words;

/** The objectives, each with the injects that test it. */
final class ObjectivesTable extends Div {
    private static final long serialVersionUID = 1L;

    ObjectivesTable(Scenario scenario, Consumer<String> open) {
        addClassNames("stack");
        scenario.objectives().forEach(objective -> add(one(scenario, objective, open)));
    }

    private static Article one(Scenario scenario, Objective objective, Consumer<String> open) {
        Article article = new Article();
        article.addClassNames("panel", "pad");
        Div testers = Html.div("row wrap");
        testers.add(Html.span("m s", Words.say("objective.tested-by")));
        scenario.injects().stream()
                .filter(inject -> inject.objectives().contains(objective.code()))
                .forEach(inject -> testers.add(button(inject, open)));
        article.add(
                new H2(Words.say("objective.heading", objective.code().value(), objective.title())),
                Html.p("", objective.text()),
                testers);
        return article;
    }

    private static Button button(Inject inject, Consumer<String> open) {
        Button button = new Button(
                inject.number().value(), click -> open.accept(inject.number().value()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Words.say("inject.open", inject.number().value(), inject.title()));
        button.setTooltipText(inject.title());
        return button;
    }
}
