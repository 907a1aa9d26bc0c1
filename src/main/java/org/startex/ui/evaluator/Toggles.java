package org.startex.ui.evaluator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Choices side by side, each pressed or not, large enough for a thumb. Where one alone can be pressed, a second press takes it back. */
final class Toggles<T> extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<T, Button> buttons = new LinkedHashMap<>();
    private final transient Set<T> chosen = new LinkedHashSet<>();
    private final transient Function<T, String> words;
    private final transient Runnable changed;
    private final boolean many;

    /**
     * @param label what is chosen, for screen readers
     * @param many whether more than one can be pressed at once
     */
    Toggles(String label, boolean many, Function<T, String> words, Runnable changed) {
        this.many = many;
        this.words = words;
        this.changed = changed;
        addClassName("toggles");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    /** Offers one more, unless it is there; what is chosen stays. */
    void offer(Collection<T> items) {
        for (T item : items) {
            if (!buttons.containsKey(item)) {
                Button button = new Button(words.apply(item), click -> press(item));
                button.addThemeVariants(ButtonVariant.LUMO_LARGE);
                buttons.put(item, button);
                add(button);
                draw(item);
            }
        }
    }

    /** What is chosen, in the order in which it stands. */
    List<T> chosen() {
        return buttons.keySet().stream().filter(chosen::contains).toList();
    }

    /** Chooses without telling. */
    void choose(Collection<T> items) {
        offer(items);
        chosen.clear();
        chosen.addAll(items);
        buttons.keySet().forEach(this::draw);
    }

    /** Everything that can be chosen. */
    List<T> offered() {
        return List.copyOf(buttons.keySet());
    }

    boolean isEmpty() {
        return buttons.isEmpty();
    }

    private void press(T item) {
        boolean was = chosen.contains(item);
        if (!many) {
            chosen.clear();
        }
        if (was) {
            chosen.remove(item);
        } else {
            chosen.add(item);
        }
        buttons.keySet().forEach(this::draw);
        changed.run();
    }

    private void draw(T item) {
        Button button = buttons.get(item);
        if (button != null) {
            button.getElement().setAttribute("aria-pressed", String.valueOf(chosen.contains(item)));
        }
    }
}
