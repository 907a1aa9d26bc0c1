package org.startex.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The authored files of a scenario as they stand, before anybody has read them.
 *
 * @param digest names these files together
 * @param scenario the text of {@code scenario.yaml}, or null if it is missing or no text
 * @param injects the text of {@code injects.yaml}, or null if it is missing or no text
 * @param templates the text of {@code templates.yaml}, or null if there is none
 * @param attachments by name
 */
record ScenarioFiles(
        String slug,
        String digest,
        @Nullable String scenario,
        @Nullable String injects,
        @Nullable String templates,
        SortedMap<String, AttachmentFile> attachments) {
    static final String SCENARIO = "scenario.yaml";
    static final String INJECTS = "injects.yaml";
    static final String TEMPLATES = "templates.yaml";
    static final String ATTACHMENTS = "attachments";

    /** An attachment and where its content lies. */
    record AttachmentFile(Attachment attachment, Path path) {
        /** Read when it is wanted: attachments may be large. */
        byte[] content() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ScenarioFiles {
        attachments = new TreeMap<>(attachments);
    }
}
