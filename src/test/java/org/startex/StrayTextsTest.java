package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads comes from a message bundle or a messages module, never from code. */
class StrayTextsTest {
    /** Word for word what other programs say or expect, and what stands on keys. */
    private static final Set<String> OF_OTHER_PROGRAMS = Set.of(
            "PUBLIC KEY",
            "PRIVATE KEY",
            "-----BEGIN PUBLIC KEY-----\n",
            "\n-----END PUBLIC KEY-----\n",
            "No space left on device",
            "Disk quota exceeded",
            "Permission denied",
            "Read-only file system",
            "Not a directory",
            "could not bind",
            "Address already in use",
            "shared memory block",
            "lock file",
            "no end after ",
            "Samsung Internet",
            "Ctrl Enter",
            "Ctrl Z");

    /** Methods whose text names an act that is refused, for the log. */
    private static final Set<String> NAME_AN_ACT = Set.of(
            "require",
            "requireReader",
            "signedIn",
            "administrator",
            "control",
            "staff",
            "person",
            "assessor",
            "requireJudge",
            "requireLearner",
            "byLearner",
            "learnerOf",
            "own",
            "steward");

    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,}[,;:.!?…]? +[“(]?\\p{L}");
    private static final Pattern A_WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern BEGINS_LIKE_A_SENTENCE = Pattern.compile("^[“(]?\\p{Lu}");
    private static final Pattern A_CAPITALISED_WORD = Pattern.compile("\\p{Lu}\\p{Ll}{2,}[.…:]?");
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b(the|a|an|of|is|are|was|not|no|to|in|on|at|by|and|or|your|you|for|with|this|that|has|have|be)\\b");
    private static final Pattern SQL = Pattern.compile(
            "(?i)^\\s*(select|insert|update|delete|create|alter|drop|grant|revoke|set|comment|reset)\\s.*|^ login password '",
            Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("^[a-z-]+ 'self'.*|^[a-z]+/[a-z+.-]+;.*", Pattern.DOTALL);

    @Test
    void noTextForPeopleStandsInJava() throws IOException {
        assertThat(stray(JavaSources.in(Path.of("src/main/java")))).isEmpty();
    }

    @Test
    void noTextForPeopleStandsInTypeScript() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
            assertThat(files.filter(StrayTextsTest::isForTheBrowser)
                            .flatMap(file -> strayScript(read(file)).map(found -> file + ":" + found)))
                    .isEmpty();
        }
    }

    @Test
    void findsTextsInASampleOfJava() throws IOException {
        assertThat(stray(JavaSources.of("""
                        package org.startex.ui.sample;
                        @Purpose("Not a text for people")
                        class Sample {
                            void show() {
                                LOG.warn("Nobody reads this but operators");
                                addClassName("row wrap tight");
                                add(new Button("Send now"));
                                add(new Button("Send"));
                                add(cond ? "nobody is here" : html("<b class='row wrap'>Late by</b> ${item.late}"));
                                desk.require(caller, "send an inject");
                                throw new IllegalStateException("This is a fault of ours");
                            }
                        }
                        """)))
                .containsExactly(
                        "Sample.java:7: Send now",
                        "Sample.java:8: Send",
                        "Sample.java:9: nobody is here",
                        "Sample.java:9: <b class='row wrap'>Late by</b> ${item.late}");
    }

    @Test
    void findsTextsInASampleOfTypeScript() {
        assertThat(strayScript("""
                        import { en } from './messages of the page';
                        // Nobody reads this comment
                        const look = 'row wrap'; const re = /^it's ["a] word/;
                        throw new Error('This is a fault of ours');
                        const say = 'Nothing is lost';
                        const more = `Waits for ${count} more`;
                        render(html`<p class="row wrap">${en.now} ${list.map((x) => html`<b title="Close">${x}</b>`)}</p>`);
                        render(html`<p>${look}Gone</p>`);
                        const style = css`p { font: Some Font }`;
                        """))
                .containsExactly("5: Nothing is lost", "6: Waits for   more", "7: Close", "8: Gone");
    }

    private static List<String> stray(JavaSources sources) {
        Set<String> acts = Set.copyOf(sources.calls().stream()
                .filter(call -> NAME_AN_ACT.contains(call.method()))
                .flatMap(call -> call.texts().stream())
                .toList());
        return sources.literals().stream()
                .filter(literal -> !literal.apart())
                .filter(literal -> !OF_OTHER_PROGRAMS.contains(literal.text()) && !acts.contains(literal.text()))
                .filter(literal -> isForPeople(literal.module(), literal.text()))
                .map(literal -> literal.place() + ": " + literal.text())
                .toList();
    }

    private static boolean isForPeople(String module, String text) {
        if (SQL.matcher(text).find() || HEADER.matcher(text).find()) {
            return false;
        }
        if (text.contains("<") && text.contains(">")) {
            return A_WORD.matcher(text.replaceAll("<[^>]*>", " ").replaceAll("\\$\\{[^}]*}", " "))
                    .find();
        }
        return reads(text)
                || (module.startsWith("org.startex.ui")
                        && A_CAPITALISED_WORD.matcher(text).matches());
    }

    private static boolean reads(String text) {
        return TWO_WORDS.matcher(text).find()
                && (BEGINS_LIKE_A_SENTENCE.matcher(text).find()
                        || SPOKEN.matcher(text).find());
    }

    private static Stream<String> strayScript(String source) {
        return ScriptTexts.in(source).stream()
                .filter(text -> text.markup() ? A_WORD.matcher(text.text()).find() : reads(text.text()))
                .map(text -> text.line() + ": " + text.text());
    }

    private static boolean isForTheBrowser(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".ts")
                && !name.endsWith(".test.ts")
                && !name.equals("testing.ts")
                && !name.endsWith(".en.ts");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
