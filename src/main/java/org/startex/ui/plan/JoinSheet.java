package org.startex.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.net.URI;
import org.startex.conduct.JoinCode;
import org.startex.kernel.CellCode;
import org.startex.kernel.PublicAddress;
import org.startex.ui.ActDialog;
import org.startex.ui.Html;
import org.startex.ui.MarkingTape;
import org.startex.ui.QrCode;
import org.startex.ui.Scene;
import org.startex.ui.StoryClock;
import org.startex.ui.UserZone;
import org.startex.ui.Words;

/** One way in, with its marking, as it hangs on the wall of a cell: scan, or type six characters. */
final class JoinSheet extends Article {
    private static final long serialVersionUID = 1L;

    JoinSheet(Scene scene, JoinCode code, PublicAddress address, Runnable renew) {
        addClassNames("panel", "sheet");
        CellCode cell = code.cell();
        String name = cell == null ? Words.say("codes.anybody") : scene.cell(cell);
        URI link = address.of("/play/" + code.code());
        OrderedList steps = new OrderedList(
                new ListItem(Words.say("sheet.step-1")),
                new ListItem(Words.say("sheet.step-2", address.of("/play").toString(), code.code())),
                new ListItem(Words.say(cell == null ? "sheet.step-3.wait" : "sheet.step-3")));
        steps.addClassName("steps");
        Anchor open = new Anchor(link.toString(), Words.say("sheet.link"));
        open.addClassNames("noprint", "s");
        open.setTarget("_blank");
        Button renewed = new Button(Words.say("codes.renew"), click -> sure(name, renew));
        renewed.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        renewed.setAriaLabel(Words.say("codes.renew.of", name));
        H3 heading = new H3(name);
        heading.addClassName("cell");
        UI ui = UI.getCurrent();
        MarkingTape foot = tape(scene);
        foot.addClassName("printonly");
        add(
                tape(scene),
                Html.div(
                        "sheet-body",
                        new QrCode(link, Words.say("sheet.qr", link)),
                        Html.div(
                                "stack",
                                heading,
                                Html.span("joincode", code.code()),
                                steps,
                                Html.span(
                                        "m xs",
                                        Words.say("codes.until", StoryClock.dateTime(code.expires(), UserZone.of(ui)))),
                                Html.div("row noprint", open, renewed))),
                foot);
    }

    /** The screen says it already; on paper each sheet stands alone. */
    private static MarkingTape tape(Scene scene) {
        MarkingTape tape = new MarkingTape(
                scene.plan().title(), scene.plan().codeWord(), scene.plan().marking());
        tape.getElement().setAttribute("aria-hidden", "true");
        return tape;
    }

    private static void sure(String name, Runnable renew) {
        new ActDialog(Words.say("codes.renew.title", name), Words.say("codes.renew.act"))
                .explain(Words.say("codes.renew.explain"))
                .primary()
                .ask(renew::run);
    }
}
