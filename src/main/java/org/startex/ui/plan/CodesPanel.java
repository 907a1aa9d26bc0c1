package org.startex.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Marking;
import org.startex.kernel.PublicAddress;
import org.startex.people.NotAllowed;
import org.startex.ui.EmptyState;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Html;
import org.startex.ui.Icon;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** How players join: a code for each cell and one for which a controller admits, each on a sheet of its own to print. */
final class CodesPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ExerciseTools tools;
    private final transient PublicAddress address;
    private final Div sheets = Html.div("sheets");
    private List<JoinCode> shown = List.of();
    private boolean known;
    private transient @Nullable Marking marked;

    CodesPanel(ExerciseTools tools, PublicAddress address, LongConsumer saved) {
        this.tools = tools;
        this.address = address;
        addClassName("section");
        H2 heading = new H2(Words.say("codes.title"));
        heading.setId("codes-heading");
        getElement().setAttribute("aria-labelledby", "codes-heading");
        Button print = new Button(Words.say("codes.print"), new Icon("print"));
        print.addThemeVariants(ButtonVariant.LUMO_SMALL);
        print.addClassName("noprint");
        print.addClickListener(click -> print.getElement().executeJs("window.print()"));
        add(Html.div("pagehead", heading, Html.spring(), print), Html.p("m noprint", Words.say("codes.what")), sheets);
    }

    void show(Scene scene) {
        setVisible(scene.controls());
        if (!scene.controls()) {
            return;
        }
        List<JoinCode> codes;
        try {
            codes = tools.joining().codes(tools.caller(), scene.id());
        } catch (NotAllowed notAllowed) {
            codes = List.of();
        }
        Marking marking = scene.plan().marked();
        if (known && codes.equals(shown) && marking.equals(marked)) {
            return;
        }
        known = true;
        shown = codes;
        marked = marking;
        sheets.removeAll();
        if (codes.isEmpty()) {
            sheets.add(new EmptyState(Words.say("codes.none"), renewAll(scene)));
        }
        codes.stream()
                .sorted(java.util.Comparator.comparing((JoinCode code) -> code.cell() == null)
                        .thenComparing(code -> code.cell() == null ? "" : scene.cell(code.cell())))
                .forEach(code -> sheets.add(new JoinSheet(scene, code, address, () -> renew(scene, code))));
    }

    private Button renewAll(Scene scene) {
        return new Button(Words.say("codes.make"), click -> {
            tools.joining().newCode(tools.caller(), scene.id(), null);
            scene.plan().places().forEach(place -> tools.joining().newCode(tools.caller(), scene.id(), place.code()));
            show(scene);
        });
    }

    private void renew(Scene scene, JoinCode code) {
        tools.joining().newCode(tools.caller(), scene.id(), code.cell());
        tools.joining().closeCode(tools.caller(), scene.id(), code.code());
        show(scene);
    }
}
