package org.startex.scenario;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.standards.StandardsCatalogue;

/**
 * The library of scenarios. Whoever sees a scenario sees the notes of its controllers as well, so it is for authors, exercise directors and administrators, and for the
 * program; players see only what an exercise sends them.
 */
@Service
public class ScenarioService {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioService.class);
    private static final Texts TEXTS = Texts.of("scenario");

    private final ScenarioRepository repository;
    private final StandardsCatalogue catalogue;
    private final InstantSource time;

    /** What the folders held when they were last loaded. Replaced whole, so that nobody sees half a library. */
    private volatile List<LibraryEntry> library = List.of();

    ScenarioService(ScenarioRepository repository, StandardsCatalogue catalogue, InstantSource time) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * Loads every folder of the library: what lints without error is kept in the database and can be played, the others are listed with what is wrong.
     * A scenario whose folder is gone leaves the library; its versions stay for the exercises that play them. For the program and for authors.
     *
     * @param scenarios the folder that holds one folder for each scenario; one that is not there is an empty library
     */
    public List<LibraryEntry> load(Caller caller, Path scenarios) {
        require(caller, "load scenarios", InstallationRole.ADMINISTRATOR, InstallationRole.SCENARIO_AUTHOR);
        List<LibraryEntry> loaded = new ArrayList<>();
        for (Path folder : folders(scenarios)) {
            loaded.add(load(folder));
        }
        loaded.sort(comparing(LibraryEntry::slug));
        library = List.copyOf(loaded);
        return library;
    }

    private static List<Path> folders(Path scenarios) {
        if (!Files.isDirectory(scenarios)) {
            LOG.warn("{}", TEXTS.get("library.none", scenarios.toAbsolutePath().normalize()));
            return List.of();
        }
        try (Stream<Path> entries = Files.list(scenarios)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LibraryEntry load(Path folder) {
        ScenarioLint.Linted linted = ScenarioLint.read(folder, catalogue);
        if (!linted.report().clean()) {
            LOG.warn("{}", linted.report());
        }
        if (linted.scenario().isEmpty()) {
            return new LibraryEntry.Faulty(linted.report());
        }
        ScenarioFiles files = linted.files().orElseThrow();
        repository.save(
                files,
                Objects.requireNonNull(files.scenario()),
                Objects.requireNonNull(files.injects()),
                time.instant().truncatedTo(ChronoUnit.MICROS));
        return new LibraryEntry.Ready(linted.scenario().get(), linted.report());
    }

    /**
     * The library by title, faulty folders last.
     *
     * @param search words that must all occur; empty for everything
     */
    public List<LibraryEntry> list(Caller caller, String search) {
        requireReader(caller, "list scenarios");
        return library.stream()
                .filter(entry -> LibrarySearch.matches(entry, search))
                .sorted(comparing((LibraryEntry entry) -> entry instanceof LibraryEntry.Faulty)
                        .thenComparing(ScenarioService::title))
                .toList();
    }

    private static String title(LibraryEntry entry) {
        return entry instanceof LibraryEntry.Ready ready ? ready.scenario().title() : entry.slug();
    }

    /** The current version of a scenario; empty if there is none, or if its folder is at fault. */
    public Optional<Scenario> scenario(Caller caller, String slug) {
        requireReader(caller, "read a scenario");
        return entry(slug)
                .filter(LibraryEntry.Ready.class::isInstance)
                .map(entry -> ((LibraryEntry.Ready) entry).scenario());
    }

    /** What lint says about a scenario's folder as it was last loaded. */
    public Optional<LintReport> report(Caller caller, String slug) {
        requireReader(caller, "read what lint found");
        return entry(slug).map(LibraryEntry::report);
    }

    private Optional<LibraryEntry> entry(String slug) {
        return library.stream().filter(entry -> entry.slug().equals(slug)).findFirst();
    }

    /** A version of a scenario that was loaded at some time, however old. What an exercise plays is named by slug and digest. */
    public Optional<Scenario> version(Caller caller, String slug, String digest) {
        requireReader(caller, "read a version of a scenario");
        return repository.version(slug, digest).map(this::scenario);
    }

    /** Rules that came later than the version say nothing about it: what was once loaded can be read for ever. */
    private Scenario scenario(ScenarioRepository.Stored stored) {
        SortedMap<String, Attachment> attachments = new TreeMap<>();
        stored.attachments().forEach(attachment -> attachments.put(attachment.name(), attachment));
        return new ScenarioReader(catalogue)
                .read(
                        stored.slug(),
                        stored.digest(),
                        stored.scenario(),
                        stored.injects(),
                        stored.templates(),
                        attachments,
                        new Findings())
                .orElseThrow(() -> new IllegalStateException(
                        "scenario version cannot be read any more: " + stored.slug() + " " + stored.digest()));
    }

    /**
     * The content of an attachment. A player's page may ask as well: its digest cannot be guessed and comes only with an inject that was sent to the player.
     *
     * @param digest SHA-256 of the content, in lower-case hex
     */
    public Optional<AttachmentContent> attachment(Caller caller, String digest) {
        if (caller instanceof Caller.Nobody) {
            throw new NotAllowed("read an attachment");
        }
        return repository.content(digest);
    }

    private static void requireReader(Caller caller, String act) {
        require(
                caller,
                act,
                InstallationRole.ADMINISTRATOR,
                InstallationRole.SCENARIO_AUTHOR,
                InstallationRole.EXERCISE_DIRECTOR);
    }

    private static void require(Caller caller, String act, InstallationRole... roles) {
        boolean allowed = switch (caller) {
            case Caller.Program program -> true;
            case Caller.SignedIn person -> Stream.of(roles).anyMatch(person::has);
            case Caller.Joined joined -> false;
            case Caller.Nobody nobody -> false;
        };
        if (!allowed) {
            throw new NotAllowed(act);
        }
    }
}
