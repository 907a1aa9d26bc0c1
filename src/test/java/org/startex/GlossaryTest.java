package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceKind;
import org.startex.competency.NeedState;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PauseCause;
import org.startex.debrief.FindingVersion;
import org.startex.kernel.Channel;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.lessons.Held;
import org.startex.lessons.LessonState;
import org.startex.logbook.Met;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ImprovementState;
import org.startex.scenario.ScenarioKind;
import org.startex.standards.KsbKind;
import org.startex.standards.NosKind;

/** docs/glossary.md explains every word that code names a role, a channel, a kind of exercise or a cause by. */
class GlossaryTest {
    private static String glossary = "";

    @BeforeAll
    static void reads() throws IOException {
        glossary = Files.readString(Path.of("docs/glossary.md"));
    }

    @Test
    void explainsEveryWordOfTheCode() {
        assertThat(unexplained(
                        ExerciseRole.values(),
                        InstallationRole.values(),
                        Channel.values(),
                        ScenarioKind.values(),
                        ConductKind.values(),
                        PauseCause.values(),
                        PassedOver.values(),
                        KsbKind.values(),
                        NosKind.values(),
                        FindingVersion.Act.values(),
                        LessonState.values(),
                        Held.values(),
                        Met.values(),
                        EvidenceKind.values(),
                        ClaimState.values(),
                        NeedState.values(),
                        ImprovementState.values(),
                        ImprovementKind.values()))
                .isEmpty();
    }

    @Test
    void tellsEachChannelAsScenarioFilesWriteIt() {
        assertThat(Channel.values())
                .allSatisfy(
                        channel -> assertThat(glossary).contains("| `" + channel + "` | `" + channel.code() + "` | "));
    }

    @Test
    void aWordThatIsNotExplainedIsFound() {
        assertThat(unexplained(Sample.values())).containsExactly("NOT_A_WORD_OF_STARTEX");
    }

    private enum Sample {
        CONTROLLER,
        NOT_A_WORD_OF_STARTEX
    }

    private static List<String> unexplained(Enum<?>[]... words) {
        return Stream.of(words)
                .flatMap(Stream::of)
                .map(Enum::name)
                .filter(word -> !glossary.contains("`" + word + "`"))
                .toList();
    }
}
