package org.startex.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import org.startex.kernel.Texts;

/** The frame of the pages before the door: the name, one line of what this is, and a panel. */
final class Door extends Main {
    private static final long serialVersionUID = 1L;

    Door(Component... panels) {
        Texts texts = Texts.of("ui-admin");
        addClassName("sx-door");
        H1 name = new H1(texts.get("door.name"));
        Div head = new Div(name, new Paragraph(texts.get("door.line")));
        head.addClassName("sx-door-head");
        add(head);
        add(panels);
    }
}
