package org.startex.scenario;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.startex.scenario.ScenarioFiles.AttachmentFile;

/** Reads a scenario's files from its folder, and only from there: links are refused, so that no scenario can show what lies elsewhere on the machine. */
final class ScenarioFolder {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final String HERE = ".";

    private final Path folder;
    private final Findings findings;
    private final SortedMap<String, byte[]> texts = new TreeMap<>();
    private final Digests.OfFiles digest = new Digests.OfFiles();

    private ScenarioFolder(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The files, or nothing where there is no such folder. */
    static Optional<ScenarioFiles> read(Path folder, Findings findings) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            findings.add(Rule.NO_SUCH_FOLDER, HERE, 1, folder);
            findings.breaks();
            return Optional.empty();
        }
        if (!Files.isDirectory(real)) {
            findings.add(Rule.NO_SUCH_FOLDER, HERE, 1, folder);
            findings.breaks();
            return Optional.empty();
        }
        return Optional.of(new ScenarioFolder(real, findings).read());
    }

    /** The name that the folder gives its scenario. */
    static String slug(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private ScenarioFiles read() {
        String slug = slug(folder);
        if (!SLUG.matcher(slug).matches()) {
            findings.add(Rule.FOLDER_NAME, HERE, 1, slug);
            findings.breaks();
        }
        String scenario = text(ScenarioFiles.SCENARIO);
        String injects = text(ScenarioFiles.INJECTS);
        boolean templated = Files.exists(folder.resolve(ScenarioFiles.TEMPLATES), NOFOLLOW_LINKS);
        String templates = templated ? text(ScenarioFiles.TEMPLATES) : null;
        SortedMap<String, AttachmentFile> attachments = attachments();
        texts.forEach(digest::add);
        return new ScenarioFiles(slug, digest.hex(), scenario, injects, templates, attachments);
    }

    private @Nullable String text(String name) {
        Optional<String> text = bytes(name, folder.resolve(name), Limits.YAML_BYTES, Rule.FILE_TOO_LARGE)
                .flatMap(bytes -> {
                    texts.put(name, bytes);
                    return FileText.read(name, bytes, findings);
                });
        if (text.isEmpty()) {
            findings.breaks();
        }
        return text.orElse(null);
    }

    /** One after another: each may be large, and together they would not fit. Their names come before those of the texts. */
    private SortedMap<String, AttachmentFile> attachments() {
        SortedMap<String, AttachmentFile> attachments = new TreeMap<>();
        for (Path path : listed(folder.resolve(ScenarioFiles.ATTACHMENTS))) {
            String name = String.valueOf(path.getFileName());
            String file = ScenarioFiles.ATTACHMENTS + "/" + name;
            bytes(file, path, Limits.ATTACHMENT_BYTES, Rule.ATTACHMENT_SIZE).ifPresent(content -> {
                AttachmentCheck.mediaType(file, name, content, findings).ifPresent(mediaType -> {
                    digest.add(file, content);
                    attachments.put(
                            name,
                            new AttachmentFile(
                                    new Attachment(
                                            name,
                                            mediaType,
                                            content.length,
                                            Digests.of(content),
                                            AttachmentCheck.described(mediaType, content)),
                                    path));
                });
            });
        }
        return attachments;
    }

    private List<Path> listed(Path attachments) {
        if (Files.isSymbolicLink(attachments)) {
            findings.add(Rule.LINK, ScenarioFiles.ATTACHMENTS, 1, ScenarioFiles.ATTACHMENTS);
            return List.of();
        }
        if (!Files.isDirectory(attachments, NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> listed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(attachments)) {
            for (Path file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(".")) {
                    listed.add(file);
                }
            }
        } catch (IOException e) {
            findings.add(Rule.FILE_UNREADABLE, ScenarioFiles.ATTACHMENTS, 1, ScenarioFiles.ATTACHMENTS);
        }
        listed.sort(null);
        return listed;
    }

    private Optional<byte[]> bytes(String name, Path path, int limit, Rule tooLarge) {
        if (Files.isSymbolicLink(path)) {
            findings.add(Rule.LINK, name, 1, name);
        } else if (!Files.exists(path, NOFOLLOW_LINKS)) {
            findings.add(Rule.FILE_MISSING, name, 1, name);
        } else if (!Files.isRegularFile(path, NOFOLLOW_LINKS)) {
            findings.add(Rule.FILE_UNREADABLE, name, 1, name);
        } else {
            return content(name, path, limit, tooLarge);
        }
        return Optional.empty();
    }

    private Optional<byte[]> content(String name, Path path, int limit, Rule tooLarge) {
        try {
            long size = Files.size(path);
            if (size > limit) {
                findings.add(tooLarge, name, 1, name, size, limit);
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (IOException e) {
            findings.add(Rule.FILE_UNREADABLE, name, 1, name);
            return Optional.empty();
        }
    }
}
