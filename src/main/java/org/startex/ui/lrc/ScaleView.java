package org.startex.ui.lrc;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.lrc.LrcAnswer;
import org.startex.lrc.ReadinessScale;
import org.startex.lrc.ScaleStep;
import org.startex.ui.EmptyState;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.MainLayout;
import org.startex.ui.Notice;
import org.startex.ui.Words;

/** The partnership's own readiness scale and its red threshold. The source gives none, and the screen says so. */
@Route(value = "lrc/scale", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://app/lrc.css")
class ScaleView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-lrc");

    private final transient LrcTools tools;

    ScaleView(LrcTools tools) {
        this.tools = tools;
        addClassNames("page", "lrc");
        show("");
    }

    private void show(String saved) {
        removeAll();
        List<ReadinessScale> scales = tools.readiness().scales(tools.caller());
        add(new LrcHead(LrcTab.SCALE, TEXTS.get("scale.title")), Notice.info(TEXTS.get("scale.source")));
        if (!saved.isEmpty()) {
            add(Notice.good(saved));
        }
        if (scales.isEmpty()) {
            if (tools.writes()) {
                add(Html.div("panel", new EmptyState(TEXTS.get("scale.first"))), form(null));
            } else {
                add(Html.div("panel", new EmptyState(TEXTS.get("scale.none-reader"))));
            }
            return;
        }
        ReadinessScale now = scales.getFirst();
        Button change = new Button(TEXTS.get("scale.change"));
        change.setVisible(tools.writes());
        change.addClickListener(click -> {
            change.setVisible(false);
            add(form(now));
        });
        add(shown(now, TEXTS.get("scale.now")));
        if (scales.size() > 1) {
            Div earlier = Html.div("stack");
            scales.stream()
                    .skip(1)
                    .map(scale -> shown(scale, TEXTS.get("scale.version", Integer.toString(scale.version()))))
                    .forEach(earlier::add);
            add(new Details(TEXTS.get("scale.earlier", scales.size() - 1), earlier));
        }
        add(Html.div("row", change));
    }

    private Section shown(ReadinessScale scale, String heading) {
        OrderedList list = new OrderedList();
        list.addClassName("lrc-scale-steps");
        for (ScaleStep step : scale.steps().reversed()) {
            ListItem item = new ListItem(
                    Html.span("no", Integer.toString(step.rank())),
                    Html.div("stack tight", Html.span("b", step.label()), Html.span("m s", step.meaning())));
            if (scale.red(step.rank())) {
                item.add(Html.span("st late", new Icon("late"), Html.span("", TEXTS.get("red"))));
            }
            list.add(item);
        }
        Section section = new Section(
                Html.div("ph", new H2(heading)),
                list,
                Html.p(
                        "m s pad",
                        TEXTS.get("scale.agreed", scale.by(), LrcDates.day(scale.at(), tools.zone()), scale.reason())));
        section.addClassName("panel");
        return section;
    }

    private Section form(@Nullable ReadinessScale before) {
        ScaleForm form = new ScaleForm(before);
        Div outcome = Html.div("outcome");
        outcome.getElement().setAttribute("role", "status");
        Button agree = new Button(TEXTS.get("scale.submit"), click -> {
            outcome.removeAll();
            switch (tools.readiness().agree(tools.caller(), form.draft())) {
                case LrcAnswer.Done done -> show(TEXTS.get("scale.saved"));
                case LrcAnswer.Refused(var refusal) -> outcome.add(Notice.problem(refusal.message()));
            }
        });
        agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        agree.getElement().setAttribute("data-submit", "");
        Section section = new Section(
                new H2(TEXTS.get(before == null ? "scale.set" : "scale.change")),
                before == null ? Html.span("") : Html.p("m s", TEXTS.get("scale.form.explain")),
                form,
                outcome,
                Html.div("row", agree));
        section.addClassNames("panel", "pad");
        return section;
    }

    @Override
    public String getPageTitle() {
        return Words.say("title", TEXTS.get("scale.title"));
    }
}
