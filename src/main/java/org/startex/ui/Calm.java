package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A place in which nothing changes its position while pointer or focus is within. */
@Tag("sx-calm")
@JsModule("context://app/staff.js")
public final class Calm extends Component implements HasComponents, HasStyle {
    private static final long serialVersionUID = 1L;

    private boolean busy;

    /** @param left told when pointer and focus have gone */
    public Calm(Runnable left, Component... children) {
        add(children);
        getElement()
                .addEventListener("sx-within", event -> {
                    busy = event.getEventData().get("event.detail.within").asBoolean();
                    if (!busy) {
                        left.run();
                    }
                })
                .addEventData("event.detail.within");
    }

    /** Whether somebody is at work inside. */
    public boolean busy() {
        return busy;
    }
}
