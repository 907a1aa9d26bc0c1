package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every sample in docs/protocol.md is read by the types of this side and written again as it stands. */
class ProtocolDocTest {
    private record Sample(String way, String name, String text) {
        JsonNode tree() {
            return FeedJson.MAPPER.readTree(text);
        }

        String type() {
            return tree().get("type").stringValue();
        }
    }

    private static final Map<String, Class<?>> JOINING = Map.of(
            "request code", JoinWords.LookAtCode.class,
            "request join", JoinWords.Join.class,
            "request rejoin", JoinWords.Rejoin.class,
            "request link", JoinWords.UseLink.class,
            "request hotDebrief", HotDebriefWords.Answer.class,
            "response hotDebrief", HotDebriefWords.Standing.class,
            "response code", JoinWords.Opened.class,
            "response join", JoinWords.Joined.class,
            "response link", JoinWords.JoinedByLink.class,
            "response me", JoinWords.Mine.class);

    private static List<Sample> samples() throws IOException {
        String document = Files.readString(Path.of("docs/protocol.md"));
        Matcher block = Pattern.compile("```json (\\w+) ([\\w ]+)\n(.*?)```", Pattern.DOTALL)
                .matcher(document);
        List<Sample> samples = new ArrayList<>();
        while (block.find()) {
            samples.add(new Sample(block.group(1), block.group(2), block.group(3)));
        }
        return samples;
    }

    private static Stream<Sample> samples(String way) throws IOException {
        return samples().stream().filter(sample -> sample.way().equals(way));
    }

    @TestFactory
    Stream<DynamicTest> whatGoesDownIsReadAndWrittenAgain() throws IOException {
        return samples("down")
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    ServerMessage message = FeedJson.MAPPER.readValue(sample.text(), ServerMessage.class);
                    assertThat(FeedJson.MAPPER.readTree(FeedJson.write(message)))
                            .isEqualTo(sample.tree());
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatComesUpIsUnderstoodAndWrittenAgain() throws IOException {
        return samples("up")
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    assertThat(ClientFrame.read(sample.text()))
                            .isInstanceOfSatisfying(ClientFrame.Understood.class, read -> {
                                String again = FeedJson.MAPPER
                                        .writerFor(ClientMessage.class)
                                        .writeValueAsString(read.message());
                                assertThat(FeedJson.MAPPER.readTree(again)).isEqualTo(sample.tree());
                            });
                }));
    }

    @TestFactory
    Stream<DynamicTest> joiningIsReadAndWrittenAgain() throws IOException {
        return samples().stream()
                .filter(sample -> Set.of("request", "response").contains(sample.way()))
                .map(sample -> DynamicTest.dynamicTest(sample.way() + " " + sample.name(), () -> {
                    Object read =
                            FeedJson.MAPPER.readValue(sample.text(), JOINING.get(sample.way() + " " + sample.name()));
                    JsonNode again = FeedJson.MAPPER.valueToTree(read);
                    assertThat(again).isEqualTo(sample.tree());
                }));
    }

    @Test
    void everyMessageHasASample() throws IOException {
        assertThat(samples("down").map(Sample::type).collect(Collectors.toSet()))
                .hasSameSizeAs(ServerMessage.class.getPermittedSubclasses());
        assertThat(samples("up").map(Sample::type).collect(Collectors.toSet())).hasSize(13);
        assertThat(samples("request")).hasSize(5);
        assertThat(samples("response")).hasSize(5);
    }
}
