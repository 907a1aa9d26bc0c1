package org.startex.feed;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The player's page. It reads from its own address what to do: a join code, an exercise, or nothing. */
@Controller
class PlayController {
    @GetMapping({"/play", "/play/", "/play/{code:[^./]+}", "/play/exercise/{exercise:[^./]+}"})
    String page(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "forward:/play/index.html";
    }
}
