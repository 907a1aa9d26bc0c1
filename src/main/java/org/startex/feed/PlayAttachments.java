package org.startex.feed;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.people.Caller;
import org.startex.scenario.AttachmentContent;
import org.startex.scenario.ScenarioService;

/** Files that come with injects, for those who have the inject. */
@Component
class PlayAttachments {
    /** A drawing may carry a script; shown by itself it may do nothing. */
    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "text/markdown");

    private final ConductService conduct;
    private final ScenarioService scenarios;

    PlayAttachments(ConductService conduct, ScenarioService scenarios) {
        this.conduct = conduct;
        this.scenarios = scenarios;
    }

    /**
     * The file of an inject that the caller's participant may read now.
     *
     * @param inject sequence of the entry that delivered it
     */
    Optional<AttachmentContent> file(Caller.Joined caller, long inject, String name) {
        return conduct.exercise(Caller.PROGRAM, caller.exercise())
                .content()
                .flatMap(play -> play.delivered(inject)
                        .filter(delivered -> play.mayRead(caller.participant(), delivered.audience())))
                .flatMap(delivered -> delivered.words().files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst())
                .flatMap(file -> scenarios
                        .attachment(caller, file.digest())
                        .map(content -> content.as(file.name(), file.mediaType())));
    }

    /**
     * The file, piece by piece and from any place on. Pictures, sound and plain text are shown; everything else, drawings too where they are not part of a page, is saved.
     * Whatever it is, it runs nothing. A page asks each time whether it may still have it.
     */
    static ResponseEntity<Resource> answer(AttachmentContent file) {
        String type = file.mediaType();
        boolean shown = SHOWN.contains(type) || type.startsWith("audio/") || type.startsWith("video/");
        return ResponseEntity.ok()
                .eTag("\"" + file.digest() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(type.equals("text/markdown") ? PLAIN : mediaType(type))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new Pieces(file));
    }

    /** A file that is read while it is sent. */
    private static final class Pieces extends AbstractResource {
        private final AttachmentContent file;

        Pieces(AttachmentContent file) {
            this.file = file;
        }

        @Override
        public InputStream getInputStream() {
            return file.open();
        }

        @Override
        public long contentLength() {
            return file.bytes();
        }

        @Override
        public String getDescription() {
            return file.name();
        }
    }

    private static MediaType mediaType(String text) {
        try {
            MediaType type = MediaType.parseMediaType(text);
            return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
