package org.startex.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault at a time in what lies under attachments, for each rule: where it is found, and what it says to do. */
class AttachmentsLintTest extends Linting {
    /** The rules that this test sees find their fault. */
    static final Set<Rule> RULES = EnumSet.of(
            Rule.ATTACHMENT_ACTIVE,
            Rule.ATTACHMENT_ALT,
            Rule.ATTACHMENT_CONTENT,
            Rule.ATTACHMENT_MAP,
            Rule.ATTACHMENT_MAP_BASE,
            Rule.ATTACHMENT_MISSING,
            Rule.ATTACHMENT_PATH,
            Rule.ATTACHMENT_SIZE,
            Rule.ATTACHMENT_TYPE,
            Rule.ATTACHMENT_UNUSED);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0};

    AttachmentsLintTest() {
        super(Map.of(
                "scenario.yaml",
                LintTest.SCENARIO,
                "injects.yaml",
                LintTest.INJECTS,
                "attachments/map.svg",
                LintTest.MAP));
    }

    @AfterAll
    void everyRuleHasBeenSeenToFindItsFault() {
        assertThat(seen).containsExactlyInAnyOrderElementsOf(RULES);
    }

    @Test
    void attachmentThatWouldLeaveTheFolder() throws IOException {
        for (String bad : List.of("../../../etc/passwd", "/etc/passwd", "..\\map.svg", "sub/map.svg", ".hidden")) {
            inInjects("attachments: [map.svg]", "attachments: [map.svg, '" + bad + "']");
            finds(Rule.ATTACHMENT_PATH, "injects.yaml", 14, "no path");
        }
    }

    @Test
    void attachmentThatIsMissing() throws IOException {
        inInjects("attachments: [map.svg]", "attachments: [map.svg, map.png]");
        finds(Rule.ATTACHMENT_MISSING, "injects.yaml", 14, "Did you mean “map.svg”?");
    }

    @Test
    void attachmentThatIsTooLarge() throws IOException {
        Files.write(folder.resolve("attachments/large.txt"), new byte[Limits.ATTACHMENT_BYTES + 1]);
        finds(Rule.ATTACHMENT_SIZE, "attachments/large.txt", 1, "Make it smaller");
    }

    @Test
    void attachmentOfAKindThatIsNotAllowed() throws IOException {
        write("attachments/page.html", "<p>Hello</p>");
        finds(
                Rule.ATTACHMENT_TYPE,
                "attachments/page.html",
                1,
                "csv, docx, geojson, gif, jpeg, jpg, md, mp3, mp4, pdf, png, pptx, svg, txt, webp, xlsx");
    }

    @Test
    void attachmentThatIsNotWhatItsNameSays() throws IOException {
        write("attachments/photo.png", "GIF89a");
        finds(Rule.ATTACHMENT_CONTENT, "attachments/photo.png", 1, "Save it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo.png",
                "photo.jpg",
                "photo.gif",
                "photo.webp",
                "paper.pdf",
                "call.mp3",
                "film.mp4",
                "plan.docx"
            })
    void aPageInDisguise(String name) throws IOException {
        write("attachments/" + name, "<!doctype html><script>alert(1)</script>");
        finds(Rule.ATTACHMENT_CONTENT, "attachments/" + name, 1, "renaming a file does not change its kind");
    }

    @Test
    void officeFileWithAMacro() throws IOException {
        write("attachments/plan.docx", "PK\u0003\u0004 [Content_Types].xml word/vbaProject.bin");
        finds(Rule.ATTACHMENT_CONTENT, "attachments/plan.docx", 1, "Save it again");
    }

    @Test
    void pictureOfWhichNobodySaysWhatItShows() throws IOException {
        Files.write(folder.resolve("attachments/photo.png"), PNG);
        inInjects("attachments: [map.svg]", "attachments: [map.svg, photo.png]");
        finds(Rule.ATTACHMENT_ALT, "injects.yaml", 1, "a colon, a sentence");
        inInjects(
                "attachments: [map.svg]",
                "attachments: [map.svg, photo.png]\n  alt: { photo.png: The bridge under water }");
        assertThat(scenario().injects().getFirst().attachments())
                .extracting(Attachment::alt)
                .containsExactly("EXERCISE", "The bridge under water");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|no FeatureCollection",
                "{\"type\": \"FeatureCollection\", \"features\": []}|no FeatureCollection",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [200, 1]}}]}|feature 1 is no Point",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[2, 1]]}}]}|feature 1 is no Point",
                "{\"type\": \"FeatureCollection\", \"features\": [|no JSON"
            })
    void mapThatCannotBeDrawn(String content, String why) throws IOException {
        write("attachments/map.geojson", content);
        LintReport report = lint();
        finds(report, Rule.ATTACHMENT_MAP, "attachments/map.geojson", 1, "longitude first");
        assertThat(report.toString()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"roads\"", "true", "null", "[\"none\"]", "\"None\""})
    void mapOnABaseThatThereIsNot(String base) throws IOException {
        write("attachments/map.geojson", onBase(base));
        finds(Rule.ATTACHMENT_MAP_BASE, "attachments/map.geojson", 1, "\"none\" for a map of invented places");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"none\"", "\"auto\""})
    void mapWithOrWithoutABase(String base) throws IOException {
        write("attachments/map.geojson", onBase(base));
        inInjects("attachments: [map.svg]", "attachments: [map.svg, map.geojson]");
        assertThat(lint().toString()).isEmpty();
    }

    private static String onBase(String base) {
        return """
                {"type": "FeatureCollection", "base": %s, "features": [
                 {"type": "Feature", "properties": {"name": "Quay"}, "geometry": {"type": "Point", "coordinates": [-4.1, 50.4]}}]}
                """.formatted(base);
    }

    @Test
    void largeAttachmentsAreTakenUpToTheLimit() throws IOException {
        byte[] film = new byte[Limits.ATTACHMENT_BYTES];
        System.arraycopy("    ftypisom".getBytes(UTF_8), 0, film, 0, 12);
        Files.write(folder.resolve("attachments/film.mp4"), film);
        inInjects("attachments: [map.svg]", "attachments: [map.svg, film.mp4]");
        assertThat(lint().toString()).isEmpty();
    }

    @Test
    void drawingThatWouldRunAProgram() throws IOException {
        for (String bad : List.of(
                "<script>alert(1)</script>",
                "<path onclick=\"x()\"/>",
                "<a href=\"javascript:x()\"/>",
                "<image xlink:href=\"https://example.org/x.png\"/>",
                "<style>@import 'x'</style>",
                "<rect fill=\"url(http://example.org)\"/>",
                "<foreignObject/>")) {
            write("attachments/map.svg", LintTest.MAP.replace("<path", "\n" + bad + "\n<path"));
            LintReport report = lint();
            finds(report, Rule.ATTACHMENT_ACTIVE, "attachments/map.svg", 2, "plain SVG");
        }
    }

    @Test
    void drawingThatPointsInsideItselfIsFine() throws IOException {
        write("attachments/map.svg", LintTest.MAP.replace("<path", "<use href=\"#a\"/><rect fill=\"url(#g)\"/><path"));
        assertThat(lint().toString()).isEmpty();
    }

    @Test
    void attachmentThatNobodyUses() throws IOException {
        write("attachments/spare.md", "# Spare\n");
        finds(Rule.ATTACHMENT_UNUSED, "attachments/spare.md", 1, "or delete it");
    }
}
