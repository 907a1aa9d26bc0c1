package org.startex.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A row of filters of which exactly one is chosen; each says how many it would show. */
public final class Filters<F extends Enum<F>> extends Div {
    private static final long serialVersionUID = 1L;

    private final Map<F, Button> buttons;
    private F chosen;

    /**
     * @param label what is filtered, for screen readers
     * @param first chosen at first
     */
    public Filters(String label, Class<F> type, F first, Consumer<F> listener) {
        addClassName("fl");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        buttons = new EnumMap<>(type);
        chosen = first;
        for (F filter : type.getEnumConstants()) {
            Button button = new Button("", click -> {
                choose(filter);
                listener.accept(filter);
            });
            buttons.put(filter, button);
            add(button);
        }
        choose(first);
    }

    /** Which is chosen. */
    public F chosen() {
        return chosen;
    }

    /** Writes the words of all filters anew. */
    public void label(Function<F, String> words) {
        buttons.forEach((filter, button) -> {
            String text = words.apply(filter);
            if (!text.equals(button.getText())) {
                button.setText(text);
            }
        });
    }

    /** Shows these filters only; the chosen one stays. */
    public void offer(Predicate<F> which) {
        buttons.forEach((filter, button) -> button.setVisible(filter == chosen || which.test(filter)));
    }

    /** Chooses without telling the listener. */
    public void choose(F filter) {
        chosen = filter;
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(each == filter)));
    }
}
