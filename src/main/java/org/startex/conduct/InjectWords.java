package org.startex.conduct;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.scenario.VoiceScript;

/**
 * What an inject says.
 *
 * @param text Markdown, as players read it
 * @param notes for controllers only
 * @param voice what a controller says for it; null, and not written down, where nobody does
 */
public record InjectWords(
        String title,
        String from,
        String text,
        List<ExpectedStep> expected,
        String notes,
        List<FileRef> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable VoiceScript voice) {
    public InjectWords {
        expected = List.copyOf(expected);
        files = List.copyOf(files);
    }

    /** Of an inject that nobody speaks. */
    public InjectWords(
            String title, String from, String text, List<ExpectedStep> expected, String notes, List<FileRef> files) {
        this(title, from, text, expected, notes, files, null);
    }

    /** The same with what is expected so much later, or earlier where it is negative. */
    InjectWords later(long micros) {
        return new InjectWords(
                title,
                from,
                text,
                expected.stream().map(step -> step.later(micros)).toList(),
                notes,
                files,
                voice);
    }
}
