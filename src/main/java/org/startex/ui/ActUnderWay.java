package org.startex.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Somebody has opened the dialog of an act on this page, or closed it again. */
final class ActUnderWay extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1L;

    private final String words;

    /** @param words the dialog's title, or empty once it is closed */
    ActUnderWay(UI page, String words) {
        super(page, false);
        this.words = words;
    }

    String words() {
        return words;
    }
}
