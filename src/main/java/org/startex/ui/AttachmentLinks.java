package org.startex.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.InputStream;
import java.util.function.Supplier;
import org.startex.people.Caller;
import org.startex.scenario.AttachmentContent;
import org.startex.scenario.ScenarioService;

/** Files that come with an inject, to be saved by the reader; nothing in them is opened on our own address. */
public final class AttachmentLinks extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient ScenarioService scenarios;
    private final transient Supplier<Caller> caller;

    public AttachmentLinks(ScenarioService scenarios, Supplier<Caller> caller) {
        this.scenarios = scenarios;
        this.caller = caller;
        addClassName("lines");
    }

    /** Offers one more file. */
    public AttachmentLinks file(String name, String mediaType, long bytes, String digest) {
        Anchor link =
                new Anchor(content(name, digest), Words.say("inject.file", name, mediaType, Math.max(1, bytes / 1024)));
        link.setDownload(true);
        add(new ListItem(link));
        return this;
    }

    private DownloadHandler content(String name, String digest) {
        Caller asking = caller.get();
        return event -> {
            AttachmentContent found = scenarios.attachment(asking, digest).orElse(null);
            if (found == null) {
                event.getResponse().setStatus(404);
                return;
            }
            event.setFileName(name);
            event.setContentType(found.mediaType());
            event.setContentLength(found.bytes());
            event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
            try (InputStream content = found.open()) {
                content.transferTo(event.getOutputStream());
            }
        };
    }
}
