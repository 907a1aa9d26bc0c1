package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** The key that does the same, shown beside the words; screen readers do not hear it with the button's name. */
@Tag("kbd")
public final class Key extends Component {
    private static final long serialVersionUID = 1L;

    public Key(String key) {
        getElement().setText(key);
        getElement().setAttribute("aria-hidden", "true");
    }
}
