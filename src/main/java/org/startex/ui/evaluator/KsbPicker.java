package org.startex.ui.evaluator;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.startex.kernel.KsbCode;
import org.startex.kernel.Texts;
import org.startex.standards.Ksb;
import org.startex.standards.StandardsCatalogue;

/** KSBs that somebody showed: those the inject names stand ready, every other one is found by its code or its words. */
final class KsbPicker extends Div {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-evaluator");

    private final transient StandardsCatalogue catalogue;
    private final Toggles<KsbCode> codes;
    private final ComboBox<Ksb> more = new ComboBox<>();

    KsbPicker(StandardsCatalogue catalogue, Runnable changed) {
        this.catalogue = catalogue;
        addClassNames("stack");
        codes = new Toggles<>(TEXTS.get("observe.ksbs"), true, this::words, changed);
        codes.addClassName("lines");
        more.setPlaceholder(TEXTS.get("observe.ksb-find"));
        more.setAriaLabel(TEXTS.get("observe.ksb-find"));
        more.setItemLabelGenerator(KsbPicker::label);
        more.setItems(KsbPicker::fits, catalogue.ksbs());
        more.setClearButtonVisible(true);
        more.setWidthFull();
        more.addValueChangeListener(change -> {
            Ksb found = change.getValue();
            if (found != null) {
                List<KsbCode> chosen = new ArrayList<>(codes.chosen());
                if (!chosen.contains(found.code())) {
                    chosen.add(found.code());
                }
                codes.choose(chosen);
                more.clear();
                changed.run();
            }
        });
        add(codes, more);
    }

    private static boolean fits(Ksb ksb, String written) {
        return label(ksb).toLowerCase(Locale.ROOT).contains(written.strip().toLowerCase(Locale.ROOT));
    }

    private static String label(Ksb ksb) {
        return TEXTS.get("observe.ksb", ksb.code().value(), ksb.text());
    }

    private String words(KsbCode code) {
        return catalogue.ksb(code).map(KsbPicker::label).orElse(code.value());
    }

    /** Stands these ready. */
    void offer(Collection<KsbCode> named) {
        codes.offer(named);
    }

    void choose(Collection<KsbCode> wanted) {
        codes.choose(wanted);
    }

    List<KsbCode> chosen() {
        return codes.chosen();
    }
}
