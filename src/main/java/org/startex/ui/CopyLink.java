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
import com.vaadin.flow.function.SerializableFunction;

/** Copies the address of something, or a text. Where the browser does not let a page copy, the address itself is shown. */
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
        this(Words.say("copy-link"), label, left -> new Anchor(path, left));
        getElement().setProperty("path", path);
    }

    /**
     * Copies a text.
     *
     * @param words of the button
     * @param label what is copied, for screen readers
     * @param instead what is said where the browser does not let a page copy
     */
    public static CopyLink ofText(String text, String words, String label, String instead) {
        CopyLink copy = new CopyLink(words, label, left -> new Span(instead));
        copy.getElement().setProperty("text", text);
        return copy;
    }

    private CopyLink(String words, String label, SerializableFunction<String, Component> instead) {
        addClassName("row");
        Button copy = new Button(words, new Icon("copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel(label);
        told.getElement().setAttribute("role", "status");
        getElement()
                .addEventListener(
                        "sx-copied",
                        event -> tell(
                                instead,
                                event.getEventData().get("event.detail.left").asString()))
                .addEventData("event.detail.left");
        add(told, copy);
    }

    private void tell(SerializableFunction<String, Component> instead, String left) {
        told.removeAll();
        if (left.isEmpty()) {
            told.setText(Words.say("copied"));
        } else {
            told.add(instead.apply(left));
        }
    }
}
