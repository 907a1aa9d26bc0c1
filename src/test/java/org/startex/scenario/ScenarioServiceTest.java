package org.startex.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.standards.StandardsCatalogue;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

/** The library against a real database: what is kept, what is refused, and who may look. */
@DatabaseTest
class ScenarioServiceTest {
    private static final StandardsCatalogue CATALOGUE = StandardsCatalogue.load();
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final Caller AUTHOR = someone(InstallationRole.SCENARIO_AUTHOR);

    @TempDir
    Path library;

    private final DSLContext sql;
    private final ScenarioService service;

    ScenarioServiceTest(DSLContext sql, SettableTime time) {
        this.sql = sql;
        this.service = new ScenarioService(new ScenarioRepository(sql), CATALOGUE, time);
    }

    private static Caller someone(InstallationRole... roles) {
        return new Caller.SignedIn(PersonId.random(), Set.of(roles));
    }

    @BeforeEach
    void theCaravanSite() throws IOException {
        copy(SCENARIOS.resolve("caravan-site"), library.resolve("caravan-site"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private void replace(String file, String good, String other) throws IOException {
        Path path = library.resolve("caravan-site").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(good);
        Files.writeString(path, text.replace(good, other));
    }

    private Scenario current() {
        return service.scenario(AUTHOR, "caravan-site").orElseThrow();
    }

    @Test
    void aLoadedVersionReadsBackAsItWas() {
        service.load(Caller.PROGRAM, library);
        Scenario scenario = current();
        assertThat(scenario.title()).isEqualTo("Caravan site");
        assertThat(scenario.injects()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(service.version(AUTHOR, "caravan-site", scenario.digest())).contains(scenario);
    }

    @Test
    void loadingTheSameAgainKeepsOneVersion() {
        service.load(Caller.PROGRAM, library);
        service.load(Caller.PROGRAM, library);
        assertThat(count("scenario_version")).isEqualTo(1);
        assertThat(count("scenario_attachment")).isEqualTo(4);
    }

    @Test
    void aChangedScenarioIsANewVersionAndTheOldOneStays() throws IOException {
        service.load(Caller.PROGRAM, library);
        Scenario old = current();
        replace("scenario.yaml", "title: Caravan site", "title: Caravan park");
        service.load(Caller.PROGRAM, library);
        assertThat(current().title()).isEqualTo("Caravan park");
        assertThat(current().digest()).isNotEqualTo(old.digest());
        assertThat(service.version(AUTHOR, "caravan-site", old.digest())).contains(old);
        assertThat(count("scenario_content")).as("attachments are kept once").isEqualTo(4);
    }

    @Test
    void aFaultyScenarioIsListedWithItsFindingsAndNotLoaded() throws IOException {
        copy(SCENARIOS.resolve("caravan-site"), library.resolve("second"));
        replace("injects.yaml", "channel: letter", "channel: pigeon");
        service.load(Caller.PROGRAM, library);
        assertThat(service.list(AUTHOR, "")).extracting(LibraryEntry::slug).containsExactly("second", "caravan-site");
        assertThat(service.scenario(AUTHOR, "caravan-site")).isEmpty();
        assertThat(service.scenario(AUTHOR, "second")).isPresent();
        assertThat(service.report(AUTHOR, "caravan-site").orElseThrow().findings())
                .extracting(Finding::rule)
                .containsExactly("unknown-channel");
        assertThat(sql.fetchValues("select slug from scenario_version")).isEqualTo(List.of("second"));
    }

    @Test
    void aFaultAfterwardsTakesTheScenarioOutButNotItsVersions() throws IOException {
        service.load(Caller.PROGRAM, library);
        Scenario good = current();
        replace("scenario.yaml", "format: 1", "format: one");
        service.load(Caller.PROGRAM, library);
        assertThat(service.scenario(AUTHOR, "caravan-site")).isEmpty();
        assertThat(service.version(AUTHOR, "caravan-site", good.digest())).contains(good);
    }

    @Test
    void aScenarioWhoseFolderIsGoneLeavesTheLibrary() throws IOException {
        service.load(Caller.PROGRAM, library);
        service.load(Caller.PROGRAM, Files.createDirectory(library.resolve("empty")));
        assertThat(service.list(AUTHOR, "")).isEmpty();
        assertThat(count("scenario_version")).isEqualTo(1);
    }

    @Test
    void aLibraryThatIsNotThereIsEmpty() {
        assertThat(service.load(Caller.PROGRAM, library.resolve("nowhere"))).isEmpty();
    }

    @Test
    void attachmentsComeByDigest() throws IOException {
        service.load(Caller.PROGRAM, library);
        Attachment map = current().injects().getFirst().attachments().getFirst();
        AttachmentContent content = service.attachment(
                        new Caller.Joined(ExerciseId.random(), ParticipantId.random()), map.digest())
                .orElseThrow();
        assertThat(content.name()).isEqualTo("sketch-map.svg");
        assertThat(content.mediaType()).isEqualTo("image/svg+xml");
        byte[] bytes = content.open().readAllBytes();
        assertThat(bytes)
                .isEqualTo(Files.readAllBytes(library.resolve("caravan-site/attachments/sketch-map.svg")))
                .hasSize((int) map.bytes());
        assertThat(new String(bytes, UTF_8)).contains("EXERCISE");
        assertThat(service.attachment(AUTHOR, "0".repeat(64))).isEmpty();
    }

    @Test
    void everyWordOfASearchMustOccurSomewhere() throws IOException {
        copy(SCENARIOS.resolve("caravan-site"), library.resolve("zz-other"));
        service.load(Caller.PROGRAM, library);
        assertThat(service.list(AUTHOR, "OXYGEN  toxic")).hasSize(2);
        assertThat(service.list(AUTHOR, "blue heron zz"))
                .extracting(LibraryEntry::slug)
                .containsExactly("zz-other");
        assertThat(service.list(AUTHOR, "oxygen volcano")).isEmpty();
    }

    @Test
    void theProgramCannotChangeOrDeleteAVersion() {
        service.load(Caller.PROGRAM, library);
        for (String act : List.of(
                "update scenario_version set injects = ''",
                "delete from scenario_version",
                "update scenario_content set content = ''",
                "delete from scenario_attachment",
                "truncate scenario_content cascade")) {
            assertThatThrownBy(() -> sql.execute(act))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void contentThatIsNotItsDigestsIsRefused() {
        assertThatThrownBy(() -> sql.execute(
                        "insert into scenario_content (digest, content) values (?, ?)", "0".repeat(64), new byte[] {1}))
                .hasMessageContaining("scenario_content_digest_is_its_own");
    }

    @ParameterizedTest
    @EnumSource(InstallationRole.class)
    void onlyAuthorsDirectorsAndAdministratorsSeeTheLibrary(InstallationRole role) {
        service.load(Caller.PROGRAM, library);
        Scenario scenario = service.scenario(Caller.PROGRAM, "caravan-site").orElseThrow();
        Caller caller = someone(role);
        boolean reads = switch (role) {
            case ADMINISTRATOR, SCENARIO_AUTHOR, EXERCISE_DIRECTOR -> true;
            case ASSESSOR, LRC_WORKING_GROUP -> false;
        };
        expect(reads, () -> service.list(caller, ""));
        expect(reads, () -> service.scenario(caller, "caravan-site"));
        expect(reads, () -> service.report(caller, "caravan-site"));
        expect(reads, () -> service.version(caller, "caravan-site", scenario.digest()));
        expect(
                role == InstallationRole.ADMINISTRATOR || role == InstallationRole.SCENARIO_AUTHOR,
                () -> service.load(caller, library));
    }

    @Test
    void playersAndStrangersSeeNoScenario() {
        service.load(Caller.PROGRAM, library);
        for (Caller caller :
                List.of(Caller.NOBODY, someone(), new Caller.Joined(ExerciseId.random(), ParticipantId.random()))) {
            expect(false, () -> service.list(caller, ""));
            expect(false, () -> service.scenario(caller, "caravan-site"));
            expect(false, () -> service.report(caller, "caravan-site"));
            expect(false, () -> service.version(caller, "caravan-site", "0".repeat(64)));
            expect(false, () -> service.load(caller, library));
        }
        expect(false, () -> service.attachment(Caller.NOBODY, "0".repeat(64)));
    }

    private static void expect(boolean allowed, Runnable act) {
        if (allowed) {
            act.run();
        } else {
            assertThatThrownBy(act::run).isInstanceOf(NotAllowed.class);
        }
    }

    private int count(String table) {
        return sql.fetchCount(DSL.table(table));
    }
}
