package org.startex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.startex.JavaSources.Call;
import org.startex.competency.ActKind;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceKind;
import org.startex.competency.Judgement;
import org.startex.competency.NeedState;
import org.startex.competency.Refusal;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.lessons.Held;
import org.startex.lessons.LessonFault;
import org.startex.lessons.LessonState;
import org.startex.logbook.Met;
import org.startex.people.AccountFault;
import org.startex.runtime.EmbeddedPostgresProblem;
import org.startex.scenario.ScenarioKind;
import org.startex.scenario.Severity;
import org.startex.standards.KsbKind;
import org.startex.standards.NosKind;

/** The message bundles: every key that code asks for is there, none lies idle, and every text can be filled as it is meant. */
class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** The words of an exercise's states, as {@code Exercise.word()} gives them. */
    private static final List<String> STATES =
            List.of("unplanned", "planned", "running", "paused", "stopped", "closing", "sealed");

    /** Keys that are put together while the program runs, by bundle: each of them must be there. */
    private static Map<String, Set<String>> built() throws IOException {
        return Map.of(
                "ui-lessons",
                keys(
                        each("state.%s", kebab(LessonState.values())),
                        each("held.%s", kebab(Held.values())),
                        each("held.explained.%s", kebab(Held.values())),
                        each("shown.%s", List.of("list", "board", "mine"))),
                "lessons",
                keys(each("fault.%s", kebab(LessonFault.values()))),
                "scenario",
                keys(
                        each("lint.%s.message", kebab("org.startex.scenario.Rule")),
                        each("lint.%s.remedy", kebab("org.startex.scenario.Rule")),
                        each("severity.%s", kebab(Severity.values()))),
                "people",
                keys(
                        each("demonstration.%s.name", DEMONSTRATION),
                        each("demonstration.%s.organisation", DEMONSTRATION),
                        each("demonstration.%s.part", DEMONSTRATION)),
                "competency",
                keys(each("refusal.%s", kebab(Refusal.values()))),
                "runtime",
                keys(each("postgres.%s", kebab(EmbeddedPostgresProblem.Reason.values()))),
                "ui-competency",
                keys(
                        each("part.%s", List.of("record", "queue", "nos", "roles")),
                        each("need.%s", kebab(NeedState.values())),
                        each("mark.%s", List.of("personal", "working")),
                        each("mark.%s.why", List.of("personal", "working")),
                        each("arrange.%s", List.of("ksb", "duty", "gaps")),
                        each("part-of.%s", List.of("proposals", "pieces", "needs", "assessors")),
                        each("kind.%s", kebab(EvidenceKind.values())),
                        each("claim.%s", kebab(ClaimState.values())),
                        each("act.%s", kebab(ActKind.values())),
                        each("ksbs.%s", kebab(KsbKind.values())),
                        each("ksb.%s", kebab(KsbKind.values())),
                        each("judge.%s", kebab(Judgement.values())),
                        each("judge.key.%s", kebab(Judgement.values())),
                        each("judge.send.%s", kebab(Judgement.values())),
                        each("judge.reason.%s", kebab(Judgement.values())),
                        each("nos.kind.%s", kebab(NosKind.values()))),
                "ui-admin",
                keys(
                        each("role.%s", kebab(InstallationRole.values())),
                        each("fault.%s", kebab(AccountFault.values())),
                        each("people.state.%s", List.of("ready", "waiting", "disabled")),
                        each("%s.heading", List.of("problem.denied", "problem.not-found", "problem.trouble")),
                        each("%s.heading", CONFIRMED),
                        each("%s.submit", CONFIRMED)),
                "ui-evaluator",
                keys(
                        each("stream.%s", kebab("org.startex.ui.evaluator.Shown")),
                        each("pages.%s", kebab("org.startex.ui.evaluator.EvaluatorPage"))),
                "ui",
                keys(
                        each("role.%s", names(ExerciseRole.values())),
                        each("channel.%s", kebab(Channel.values())),
                        each("met.%s", names(Met.values())),
                        each("kind.%s", names(ScenarioKind.values())),
                        each("kind-of.%s", factKinds()),
                        each("state.%s", STATES),
                        each("appearance.%s", kebab("org.startex.ui.Appearance")),
                        each("exercise.screen.%s", kebab("org.startex.ui.ExerciseTab")),
                        each("exercises.%s", kebab("org.startex.ui.plan.ExercisesView$Stage")),
                        each("scenario.show.%s", names("org.startex.ui.library.ScenarioView$Shown")),
                        each("library.kind.%s", kebab("org.startex.ui.library.LibraryView$KindFilter")),
                        each("page.%s", kebab("org.startex.ui.control.RoomPage")),
                        each("filter.%s", kebab("org.startex.ui.control.InjectFilter"))));
    }

    private static final List<String> DEMONSTRATION =
            List.of("director", "controller", "evaluator", "apprentice", "assessor", "author", "admin");

    private static final List<String> CONFIRMED = List.of("person.disable.confirm", "person.sign-out.confirm");

    /** Keys that a library looks up by its own rules: picocli's, for the help of the command line. */
    private static final Map<String, Pattern> OF_LIBRARIES = Map.of(
            "runtime",
            Pattern.compile("\\./run(\\.[a-z]+)*\\.(usage\\..+|[A-Z]+\\[\\d+]|key)|help|V"
                    + "|\\./run\\.swarm\\.(url|code|players|join-over|for|think|acknowledge|decide|drop|seed)"));

    /** Texts of the staff screens whose places the browser fills, because they change while it shows them. */
    private static final Set<String> FILLED_BY_THE_BROWSER =
            Set.of("injects.now", "inject.due", "inject.late", "lanes.mark", "people.gone-for");

    private static Map<String, Map<String, String>> bundles = Map.of();
    private static List<Call> calls = List.of();
    private static List<JavaSources.Literal> literals = List.of();

    @BeforeAll
    static void reads() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            bundles = files.collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".properties", ""), MessagesTest::read));
        }
        JavaSources sources = JavaSources.in(Path.of("src/main/java"));
        calls = sources.calls();
        literals = sources.literals();
    }

    @Test
    void everyKeyThatCodeAsksForIsThere() {
        assertThat(missing(calls, bundles)).isEmpty();
    }

    /** Keys also travel: a text of a screen that looks like a key, and begins like one, is one. */
    @Test
    void everyTextThatLooksLikeAKeyIsOne() {
        Set<String> known = bundles.values().stream()
                .flatMap(texts -> texts.keySet().stream())
                .collect(Collectors.toSet());
        Set<String> beginnings =
                known.stream().map(key -> key.replaceAll("\\..*", "")).collect(Collectors.toSet());
        assertThat(literals.stream()
                        .filter(literal -> literal.text().matches("[a-z][a-z-]*(\\.[a-z0-9-]+)+"))
                        .filter(literal -> !literal.text().matches(".*\\.(yaml|txt)"))
                        .filter(literal -> beginnings.contains(literal.text().replaceAll("\\..*", "")))
                        .filter(literal -> !known.contains(literal.text())))
                .extracting(literal -> literal.place() + ": " + literal.text())
                .isEmpty();
    }

    @Test
    void everyKeyThatIsPutTogetherIsThere() throws IOException {
        built().forEach((bundle, keys) ->
                assertThat(bundles.get(bundle)).as(bundle).containsKeys(keys.toArray(String[]::new)));
    }

    @Test
    void noKeyLiesIdle() throws IOException {
        Map<String, Set<String>> built = built();
        Set<String> written = literals.stream().map(JavaSources.Literal::text).collect(Collectors.toSet());
        List<String> idle = new ArrayList<>();
        bundles.forEach((bundle, texts) -> texts.keySet().stream()
                .filter(key -> !written.contains(key))
                .filter(key -> !built.getOrDefault(bundle, Set.of()).contains(key))
                .filter(key -> !isOfALibrary(bundle, key))
                .map(key -> bundle + ": " + key)
                .forEach(idle::add));
        assertThat(idle).isEmpty();
    }

    @Test
    void everyTextIsFilledAsItIsMeant() {
        assertThat(faults(calls, bundles)).isEmpty();
    }

    @Test
    void findsFaultsInASample() throws IOException {
        List<Call> sample = JavaSources.of("""
                        package org.startex.sample;
                        class Sample {
                            private final Texts texts = Texts.of("sample");
                            void show() {
                                texts.get("absent");
                                texts.get(late ? "fits" : "also-absent", 3);
                                texts.get("fits");
                                texts.get("plain", 1);
                                texts.get("plain");
                                texts.get("single", name);
                                Reason.of("no-such-refusal");
                            }
                        }
                        """).calls();
        Map<String, Map<String, String>> some = Map.of(
                "refusals",
                Map.of("sealed", "The record is sealed."),
                "sample",
                Map.of(
                        "fits", "Late by {0}",
                        "plain", "The reader''s list",
                        "single", "The reader's {0}",
                        "broken", "Late by {0"));
        assertThat(missing(sample, some))
                .containsExactlyInAnyOrder(
                        "Sample.java:5: absent", "Sample.java:6: also-absent", "Sample.java:11: no-such-refusal");
        assertThat(faults(sample, some))
                .containsExactlyInAnyOrder(
                        "sample: broken: Unmatched braces in the pattern.",
                        "sample: single: an apostrophe is not doubled",
                        "Sample.java:7: fits: 1 place to fill, 0 given",
                        "Sample.java:8: plain: 0 places to fill, 1 given",
                        "Sample.java:9: plain: a doubled apostrophe in a text that is never filled");
    }

    /** A call that asks a bundle for a text. */
    private record Asked(String place, Set<String> bundles, String key, int given) {}

    private static List<Asked> asked(List<Call> calls) {
        Map<String, Set<String>> ofFile = bundlesBy(calls, call -> file(call.place()));
        Map<String, Set<String>> ofModule = bundlesBy(calls, Call::module);
        List<Asked> asked = new ArrayList<>();
        for (Call call : calls) {
            Set<String> from = bundlesOf(call, ofFile, ofModule);
            if (!from.isEmpty()) {
                boolean behindACause = call.method().equals("StartProblem")
                        && !call.arguments().isEmpty()
                        && call.arguments().getFirst().isEmpty();
                int at = behindACause ? 1 : 0;
                if (call.arguments().size() > at) {
                    int given = from.contains("refusals") ? 0 : call.arguments().size() - at - 1;
                    call.arguments().get(at).forEach(key -> asked.add(new Asked(call.place(), from, key, given)));
                }
            }
        }
        return asked;
    }

    /** Which bundles a call may ask; none when it asks no bundle. */
    private static Set<String> bundlesOf(
            Call call, Map<String, Set<String>> ofFile, Map<String, Set<String>> ofModule) {
        boolean gets = call.method().equals("get");
        if (gets && call.receiver().matches("Texts\\.of\\(\"[a-z-]+\"\\)")) {
            return Set.of(call.receiver().substring(10, call.receiver().length() - 2));
        }
        if (gets && call.receiver().matches("texts|TEXTS")) {
            return ofFile.getOrDefault(file(call.place()), ofModule.getOrDefault(call.module(), Set.of()));
        }
        if (call.receiver().equals("Words") && call.method().equals("say")) {
            return Set.of("ui");
        }
        if (call.method().equals("StartProblem")) {
            return Set.of("runtime");
        }
        boolean refuses = (call.receiver().equals("Reason") && call.method().equals("of"))
                || (call.receiver().equals("new") && call.method().equals("Reason"))
                || (call.method().equals("refused") && call.receiver().matches("|Conduct"));
        return refuses ? Set.of("refusals") : Set.of();
    }

    private static Map<String, Set<String>> bundlesBy(List<Call> calls, Function<Call, String> place) {
        return calls.stream()
                .filter(call -> call.receiver().equals("Texts") && call.method().equals("of"))
                .collect(Collectors.groupingBy(
                        place, Collectors.flatMapping(call -> call.texts().stream(), Collectors.toSet())));
    }

    private static List<String> missing(List<Call> calls, Map<String, Map<String, String>> bundles) {
        return asked(calls).stream()
                .filter(asked -> asked.bundles().stream()
                        .noneMatch(
                                bundle -> bundles.getOrDefault(bundle, Map.of()).containsKey(asked.key())))
                .map(asked -> asked.place() + ": " + asked.key())
                .toList();
    }

    private static List<String> faults(List<Call> calls, Map<String, Map<String, String>> bundles) {
        Set<String> faults = new TreeSet<>();
        bundles.forEach((bundle, texts) -> texts.forEach((key, text) -> {
            if (text.matches("(?s).*\\{\\d.*")) {
                fault(text).ifPresent(fault -> faults.add(bundle + ": " + key + ": " + fault));
            }
        }));
        for (Asked asked : asked(calls)) {
            if (asked.given() == 0 && FILLED_BY_THE_BROWSER.contains(asked.key())) {
                continue;
            }
            asked.bundles().stream()
                    .map(bundle -> bundles.getOrDefault(bundle, Map.of()).get(asked.key()))
                    .filter(text -> text != null && fault(text).isEmpty())
                    .flatMap(text -> misfilled(text, asked.given()).stream())
                    .forEach(fault -> faults.add(asked.place() + ": " + asked.key() + ": " + fault));
        }
        return List.copyOf(faults);
    }

    private static Optional<String> fault(String text) {
        if (text.replace("''", "").contains("'")) {
            return Optional.of("an apostrophe is not doubled");
        }
        try {
            new MessageFormat(text, Locale.UK);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A text without arguments is shown as it stands; with arguments it has a place for each of them. */
    private static Optional<String> misfilled(String text, int given) {
        int places = new MessageFormat(text, Locale.UK).getFormatsByArgumentIndex().length;
        if (places != given) {
            return Optional.of(places + (places == 1 ? " place" : " places") + " to fill, " + given + " given");
        }
        return given == 0 && text.contains("''")
                ? Optional.of("a doubled apostrophe in a text that is never filled")
                : Optional.empty();
    }

    private static boolean isOfALibrary(String bundle, String key) {
        Pattern pattern = OF_LIBRARIES.get(bundle);
        return pattern != null && pattern.matcher(key).matches();
    }

    private static String file(String place) {
        return place.substring(0, place.indexOf(':'));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    @SafeVarargs
    private static Set<String> keys(Collection<String>... families) {
        return Stream.of(families).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static List<String> each(String pattern, Collection<String> words) {
        return words.stream().map(pattern::formatted).toList();
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> names(String enumeration) {
        try {
            return names((Enum<?>[]) Class.forName(enumeration).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> kebab(Enum<?>... constants) {
        return names(constants).stream().map(MessagesTest::kebabOf).toList();
    }

    private static List<String> kebab(String enumeration) {
        return names(enumeration).stream().map(MessagesTest::kebabOf).toList();
    }

    private static String kebabOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every kind of fact has a golden file. */
    private static List<String> factKinds() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replaceAll("-\\d+\\.json$", ""))
                    .toList();
        }
    }
}
