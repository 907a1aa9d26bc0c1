package org.startex.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.scenario.AttachmentContent;
import org.startex.scenario.ScenarioService;

/** Files that come with an inject, to be saved by the reader; nothing in them is opened on our own address. */
public final class AttachmentLinks extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private static final Texts TEXTS = Texts.of("ui-channels");
    private static final String MAP = "application/geo+json";
    private static final long DRAWN = 1_000_000;

    private final transient ScenarioService scenarios;
    private final transient Supplier<Caller> caller;

    public AttachmentLinks(ScenarioService scenarios, Supplier<Caller> caller) {
        this.scenarios = scenarios;
        this.caller = caller;
        addClassName("lines");
    }

    /**
     * Offers one more file; a picture or a map is shown as well.
     *
     * @param alt what a picture shows, or null
     */
    public AttachmentLinks file(String name, String mediaType, long bytes, String digest, @Nullable String alt) {
        ListItem item = new ListItem();
        if (mediaType.startsWith("image/")) {
            Image picture =
                    new Image(content(name, digest), alt == null || alt.isBlank() ? TEXTS.get("picture", name) : alt);
            picture.addClassName("picture");
            item.add(picture);
        } else if (mediaType.equals(MAP) && bytes <= DRAWN) {
            item.add(new DrawnMap(text(digest)));
        }
        Anchor link =
                new Anchor(content(name, digest), Words.say("inject.file", name, mediaType, Math.max(1, bytes / 1024)));
        link.setDownload(true);
        item.add(link);
        add(item);
        return this;
    }

    private String text(String digest) {
        try (InputStream content = scenarios
                .attachment(caller.get(), digest)
                .map(AttachmentContent::open)
                .orElseGet(InputStream::nullInputStream)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            event.getResponse()
                    .setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
            try (InputStream content = found.open()) {
                content.transferTo(event.getOutputStream());
            }
        };
    }
}
