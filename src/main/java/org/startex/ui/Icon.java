package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A picture beside a word, never instead of one; screen readers do not hear it. The names are the keys of {@code icons.ts}. */
@Tag("sx-icon")
@JsModule("context://app/staff.js")
public final class Icon extends Component implements HasStyle {
    private static final long serialVersionUID = 1L;

    public Icon(String name) {
        getElement().setAttribute("name", name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
