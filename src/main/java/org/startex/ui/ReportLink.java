package org.startex.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.startex.exchange.ReportFile;

/** A link that makes a document and saves it; it is made when the link is pressed, as things stand then. */
public final class ReportLink extends Anchor {
    private static final long serialVersionUID = 1L;

    /**
     * @param words on the link
     * @param label what is downloaded, for screen readers
     */
    public ReportLink(String words, String label, Supplier<ReportFile> make) {
        addClassName("as-button");
        add(new Icon("download"), new Span(words));
        setAriaLabel(label);
        setRouterIgnore(true);
        getElement().setAttribute("download", true);
        setHref(event -> {
            ReportFile file = make.get();
            event.setFileName(file.name());
            event.setContentType(file.mediaType());
            event.setContentLength(file.content().length);
            event.getOutputStream().write(file.content());
        });
    }
}
