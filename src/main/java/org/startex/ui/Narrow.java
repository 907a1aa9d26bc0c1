package org.startex.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;

/** Columns that a phone has no room for: what they say stands in the detail as well. */
public final class Narrow {
    private Narrow() {}

    /** Leaves these columns out while the window is narrow. */
    public static void leaveOut(Component place, List<? extends Grid.Column<?>> columns) {
        follow(place, narrow -> columns.forEach(column -> column.setVisible(!narrow)));
    }

    /** Tells whether the window is narrow, at first and whenever it has another size. */
    public static void follow(Component place, Consumer<Boolean> told) {
        place.addAttachListener((AttachEvent attach) -> {
            UI ui = attach.getUI();
            look(ui, told);
            Registration resized = ui.getPage().addBrowserWindowResizeListener(event -> look(ui, told));
            place.addDetachListener(detach -> {
                resized.remove();
                detach.unregisterListener();
            });
        });
    }

    /** Width counts in the reader's own text size: larger text needs more room. */
    private static void look(UI ui, Consumer<Boolean> told) {
        ui.getPage()
                .executeJs("return !matchMedia('(min-width: 50em)').matches")
                .then(Boolean.class, told::accept);
    }
}
