package org.startex.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startex.kernel.Channel;
import org.startex.standards.StandardsCatalogue;

/** Channels look like themselves where their texts are written that way, and no word is lost where they are not. */
class ChannelFormTest {
    private static List<String> parts(ChannelForm form) {
        return form.lines().stream().map(ChannelForm.Line::part).toList();
    }

    @Test
    void aMailHasItsHead() {
        ChannelForm form =
                ChannelForm.of(Channel.MAIL, "**To:** Rest centre\n**Subject:** Coaches\n\nMorning,\n\nthree.");
        assertThat(form.lines())
                .containsExactly(new ChannelForm.Line("to", "Rest centre"), new ChannelForm.Line("subject", "Coaches"));
        assertThat(form.rest()).isEqualTo("Morning,\n\nthree.");
        assertThat(ChannelForm.of(Channel.MAIL, "Morning,\n\nSubject: none").lines())
                .isEmpty();
    }

    @Test
    void aMethaneReportHasSevenLinesInTheirOrder() {
        String letters = """
                **EXERCISE.** Relayed at 09:00.

                - **M** Declared at 08:52.
                - **E** Brackwater Storage.
                - **T** Release of **ammonia**.
                - **H** Toxic gas.
                - **A** From the west.
                - **N** Three.
                - **E** Four engines.

                The Tactical group meets at 09:10.""";
        ChannelForm form = ChannelForm.of(Channel.METHANE, letters);
        assertThat(parts(form))
                .containsExactly(
                        "major-incident",
                        "exact-location",
                        "type",
                        "hazards",
                        "access",
                        "number",
                        "emergency-services");
        assertThat(form.before()).startsWith("**EXERCISE.**");
        assertThat(form.rest()).isEqualTo("The Tactical group meets at 09:10.");
        assertThat(form.html(text -> "<p>" + text + "</p>"))
                .contains("<dt>Number of casualties</dt><dd><p>Three.</p></dd>");

        String words = """
                Major incident: standby
                Exact location: Brackwater
                Type of incident: release
                Hazards: gas
                Access: west
                Number of casualties: three
                Emergency services: all""";
        assertThat(parts(ChannelForm.of(Channel.METHANE, words))).hasSize(7);
        assertThat(parts(ChannelForm.of(Channel.METHANE, words.substring(words.indexOf("Exact")))))
                .hasSize(6)
                .startsWith("exact-location");
        assertThat(parts(ChannelForm.of(Channel.METHANE, letters.replace("- **H** Toxic gas.\n", ""))))
                .isEmpty();
    }

    @Test
    void aPostANewspaperAndAReportHaveAFirstLine() {
        assertThat(ChannelForm.of(Channel.SOCIAL, "*(Saturday, 08:00)*\n\n**Lee, Ferry Rd**, 07:52\nTHEY OPENED")
                        .lines())
                .containsExactly(
                        new ChannelForm.Line("poster", "Lee, Ferry Rd"), new ChannelForm.Line("when", "07:52"));
        assertThat(ChannelForm.of(Channel.NEWS, "**UNDER WATER** · *Saturday, 10:30*\n\nFamilies")
                        .lines())
                .containsExactly(
                        new ChannelForm.Line("headline", "UNDER WATER"),
                        new ChannelForm.Line("when", "Saturday, 10:30"));
        assertThat(ChannelForm.of(Channel.SITUATION_REPORT, "**Report, 09:45. EXERCISE.**\n\n| a |\n| - |")
                        .lines())
                .containsExactly(new ChannelForm.Line("title", "Report, 09:45. EXERCISE."));
        assertThat(ChannelForm.of(Channel.PHONE, "**To:** you").lines()).isEmpty();
    }

    /** Every text of the library, in every channel: what was written is all there, each time. */
    @Test
    void noWordIsLost() throws IOException {
        StandardsCatalogue catalogue = StandardsCatalogue.load();
        try (Stream<Path> folders = Files.list(Path.of("scenarios"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                for (Inject inject : ScenarioLint.read(folder, catalogue)
                        .scenario()
                        .orElseThrow()
                        .injects()) {
                    for (Channel channel : Channel.values()) {
                        ChannelForm form = ChannelForm.of(channel, inject.text());
                        String all = form.before()
                                + form.lines().stream()
                                        .map(line -> " " + line.text())
                                        .reduce("", String::concat)
                                + form.rest();
                        assertThat(words(inject.text()))
                                .as("%s as %s", inject.number(), channel)
                                .endsWith(words(form.rest()))
                                .startsWith(words(form.before()));
                        form.lines()
                                .forEach(
                                        line -> assertThat(words(inject.text())).contains(words(line.text())));
                        assertThat(words(all).length())
                                .isGreaterThan(words(inject.text()).length() - 80);
                        if (inject.channel() == channel && channel == Channel.METHANE) {
                            assertThat(form.lines()).hasSizeBetween(6, 7);
                        }
                    }
                }
            }
        }
    }

    private static String words(String markdown) {
        return markdown.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
