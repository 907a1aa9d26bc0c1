package org.startex.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Faults of files: the folder, what lies in it, how it is encoded, and whether it is YAML with the keys that a scenario has. */
class FilesLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = Set.of(
            Rule.NO_SUCH_FOLDER,
            Rule.FOLDER_NAME,
            Rule.FILE_MISSING,
            Rule.FILE_UNREADABLE,
            Rule.FILE_TOO_LARGE,
            Rule.LINK,
            Rule.ENCODING,
            Rule.CONTROL_CHARACTER,
            Rule.YAML,
            Rule.NOT_A_LIST,
            Rule.NOT_A_MAP,
            Rule.NOT_A_TEXT,
            Rule.UNKNOWN_KEY,
            Rule.DUPLICATE_KEY);

    FilesLintTest() {
        super(LintTest.FAULTLESS);
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsExactlyInAnyOrderElementsOf(RULES);
    }

    @Test
    void folderThatIsNotThere() {
        folder = folder.resolve("nowhere");
        finds(Rule.NO_SUCH_FOLDER, ".", 1, "scenarios/caravan-site");
    }

    @Test
    void folderNameThatIsNoScenarioName() throws IOException {
        folder = Files.move(folder, folder.resolveSibling("Small One"));
        finds(Rule.FOLDER_NAME, ".", 1, "caravan-site");
    }

    @Test
    void fileThatIsMissing() throws IOException {
        Files.delete(folder.resolve("scenario.yaml"));
        Files.delete(folder.resolve("injects.yaml"));
        finds(lint(), Rule.FILE_MISSING, "scenario.yaml", 1, "Add it");
        assertThat(lint().findings()).hasSize(2);
    }

    @Test
    void folderWhereAFileShouldBe() throws IOException {
        Files.createDirectory(folder.resolve("attachments/more"));
        finds(Rule.FILE_UNREADABLE, "attachments/more", 1, "not a folder");
    }

    @Test
    void fileThatIsTooLarge() throws IOException {
        write("injects.yaml", LintTest.INJECTS + "#".repeat(Limits.YAML_BYTES));
        finds(Rule.FILE_TOO_LARGE, "injects.yaml", 1, "Split");
    }

    @Test
    void linkInPlaceOfAFile() throws IOException {
        Path elsewhere = Files.writeString(temp.resolve("elsewhere.svg"), LintTest.MAP);
        Files.delete(folder.resolve("attachments/map.svg"));
        Files.createSymbolicLink(folder.resolve("attachments/map.svg"), elsewhere);
        finds(lint(), Rule.LINK, "attachments/map.svg", 1, "Copy the file itself");
    }

    @Test
    void linkInPlaceOfTheAttachmentsFolder() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere-folder"));
        Files.move(folder.resolve("attachments/map.svg"), elsewhere.resolve("map.svg"));
        Files.delete(folder.resolve("attachments"));
        Files.createSymbolicLink(folder.resolve("attachments"), elsewhere);
        finds(lint(), Rule.LINK, "attachments", 1, "links are not followed");
    }

    @Test
    void textThatIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("injects.yaml"),
                LintTest.INJECTS.replace("rises", "r\u00EFses").getBytes(ISO_8859_1));
        finds(Rule.ENCODING, "injects.yaml", 2, "UTF-8");
    }

    @Test
    void byteOrderMarkOfAWindowsEditorDoesNoHarm() throws IOException {
        write("scenario.yaml", "\uFEFF" + LintTest.SCENARIO.replace("\n", "\r\n"));
        assertThat(lint().toString()).isEmpty();
    }

    @Test
    void nulInAFile() throws IOException {
        inInjects("Wait for it.", "Wait\u0000 for it.");
        finds(Rule.CONTROL_CHARACTER, "injects.yaml", 13, "Delete it");
    }

    @Test
    void nulOrHalfACharacterWrittenAsAnEscape() throws IOException {
        inInjects("Wait for it.", "\"Wait\\0 for it.\"");
        finds(Rule.CONTROL_CHARACTER, "injects.yaml", 13, "Delete it")
                .extracting(Finding::message)
                .asString()
                .contains("U+0000");
        inInjects("Wait for it.", "\"Wait\\uD83D for it.\"");
        finds(lint(), Rule.CONTROL_CHARACTER, "injects.yaml", 13, "Delete it");
    }

    @Test
    void yamlThatCannotBeRead() throws IOException {
        inInjects("title: And falls", "title: And: falls");
        finds(Rule.YAML, "injects.yaml", 16, "quotation marks round a text that holds a colon");
    }

    @Test
    void yamlThatWouldGrowWithoutEnd() throws IOException {
        write("injects.yaml", "- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n");
        finds(lint(), Rule.YAML, "injects.yaml", 1, "Look at this line");
        write("injects.yaml", "[".repeat(5000));
        finds(lint(), Rule.YAML, "injects.yaml", 1, "Look at this line");
    }

    @Test
    void oneThingWhereAListShouldBe() throws IOException {
        inInjects("to: [rest-centre]", "to: rest-centre");
        finds(Rule.NOT_A_LIST, "injects.yaml", 19, "[one, two]");
    }

    @Test
    void wordWhereKeysShouldBe() throws IOException {
        inScenario("  - { title: One, from: T+00:00 }", "  - One");
        finds(Rule.NOT_A_MAP, "scenario.yaml", 24, "title, from");
    }

    @Test
    void listWhereATextShouldBe() throws IOException {
        inInjects("title: And falls", "title: [And, falls]");
        finds(Rule.NOT_A_TEXT, "injects.yaml", 16, "one line");
    }

    @Test
    void keyThatIsNotKnown() throws IOException {
        inInjects("notes: Wait", "note: Wait");
        finds(Rule.UNKNOWN_KEY, "injects.yaml", 13, "Did you mean “notes”?");
    }

    @Test
    void keyThatStandsTwice() throws IOException {
        inScenario("hazard: Flood", "hazard: Flood\nhazard: Fire");
        finds(Rule.DUPLICATE_KEY, "scenario.yaml", 4, "Delete one");
    }

    @Test
    void anyFileCutAnywhereIsReportedAndNeverThrows() throws IOException {
        for (String name : List.of("scenario.yaml", "injects.yaml")) {
            byte[] whole = (name.equals("scenario.yaml") ? LintTest.SCENARIO : LintTest.INJECTS).getBytes(UTF_8);
            for (int length = 0; length < whole.length; length += 7) {
                Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
                ScenarioLint.Linted linted = ScenarioLint.read(folder, CATALOGUE);
                assertThat(linted.scenario().isPresent())
                        .isEqualTo(!linted.report().hasErrors());
            }
            Files.write(folder.resolve(name), whole);
        }
    }

    @Test
    void theDigestNamesTheContent() throws IOException {
        List<String> digests = new ArrayList<>();
        digests.add(digest());
        write("README.md", "Not part of the scenario.");
        digests.add(digest());
        write("attachments/map.svg", LintTest.MAP.replace("h9", "h8"));
        digests.add(digest());
        inInjects("Wait for it.", "Wait.");
        digests.add(digest());
        assertThat(digests.get(1)).isEqualTo(digests.get(0));
        assertThat(digests.stream().distinct()).hasSize(3);
    }

    private String digest() {
        return scenario().digest();
    }
}
