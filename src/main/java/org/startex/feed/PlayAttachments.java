package org.startex.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
                        .map(content -> new AttachmentContent(file.name(), file.mediaType(), content.content())));
    }

    static ResponseEntity<byte[]> answer(AttachmentContent file) {
        return ResponseEntity.ok()
                .contentType(mediaType(file.mediaType()))
                .header("Content-Security-Policy", POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private static MediaType mediaType(String text) {
        try {
            return MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
