package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** Copies the address of something. Where the browser does not let a page copy, the address itself is shown. */
@Tag("sx-copy-link")
@JsModule("context://app/staff.js")
public final class CopyLink extends Component implements HasComponents, HasStyle {
    private static final long serialVersionUID = 1L;

    private final Span told = Html.span("m xs", "");

    /**
     * @param path without a slash at the start
     * @param label what is copied, for screen readers
     */
    public CopyLink(String path, String label) {
        addClassName("row");
        getElement().setProperty("path", path);
        Button copy = new Button(Words.say("copy-link"), new Icon("copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel(label);
        told.getElement().setAttribute("role", "status");
        getElement()
                .addEventListener(
                        "sx-copied",
                        event -> tell(
                                path,
                                event.getEventData().get("event.detail.left").asString()))
                .addEventData("event.detail.left");
        add(told, copy);
    }

    private void tell(String path, String left) {
        told.removeAll();
        if (left.isEmpty()) {
            told.setText(Words.say("copied"));
        } else {
            told.add(new Anchor(path, left));
        }
    }
}
