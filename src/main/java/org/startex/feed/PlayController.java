package org.startex.feed;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The player's page. It reads from its own address what to do: a join code, an exercise, or nothing. */
@RestController
class PlayController {
    private static final Resource PAGE = new ClassPathResource("META-INF/resources/play/index.html");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Asked for anew each time, so that a new version of the program brings its page at once. */
    @GetMapping({"/play", "/play/", "/play/{code:[^.]+}", "/play/exercise/{exercise:[^.]+}"})
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(HTML)
                .body(PAGE);
    }
}
