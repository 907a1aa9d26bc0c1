package org.startex.conduct;

import java.util.List;

/**
 * What an inject says.
 *
 * @param text Markdown, as players read it
 * @param notes for controllers only
 */
public record InjectWords(
        String title, String from, String text, List<ExpectedStep> expected, String notes, List<FileRef> files) {
    public InjectWords {
        expected = List.copyOf(expected);
        files = List.copyOf(files);
    }

    /** The same with what is expected so much later, or earlier where it is negative. */
    InjectWords later(long micros) {
        return new InjectWords(
                title,
                from,
                text,
                expected.stream().map(step -> step.later(micros)).toList(),
                notes,
                files);
    }
}
