package org.startex.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Themes under which findings and lessons are gathered, so that it shows when one recurs. A list to choose from and no limit: a partnership may write its own.
 *
 * @param source where the list comes from; to be named where it is offered
 * @param themes in the source's order
 */
public record LessonThemes(String source, List<String> themes) {
    public LessonThemes {
        themes = List.copyOf(themes);
    }

    /** Reads the list that comes with the program. */
    public static LessonThemes load() {
        try (InputStream in = LessonThemes.class.getResourceAsStream("themes.json")) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: themes.json");
            }
            return JsonMapper.shared().readValue(in, LessonThemes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
