package org.startex.scenario;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;
import org.startex.standards.StandardsCatalogue;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code injects.yaml} against what {@code scenario.yaml} declares. */
final class InjectsReader {
    private static final String FILE = ScenarioFiles.INJECTS;
    static final List<String> KEYS = List.of(
            "number",
            "title",
            StorylinesReader.KEY,
            "due",
            "cue",
            "when",
            "after",
            "contingency",
            "from",
            "to",
            "channel",
            "text",
            VoiceReader.KEY,
            "expected",
            "objectives",
            "ksbs",
            "lrc",
            "notes",
            "attachments",
            "alt");

    private final PlanReader plan;
    private final StandardsCatalogue catalogue;
    private final SortedMap<String, Attachment> attachments;
    private final Findings findings;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> tested = new HashSet<>();
    private final DestinationReader destinations;
    private final KindReader kinds;
    private final VoiceReader voices;
    private final ConditionCheck conditions;
    private final Set<String> attached = new HashSet<>();

    InjectsReader(
            PlanReader plan,
            StandardsCatalogue catalogue,
            SortedMap<String, Attachment> attachments,
            Findings findings) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.findings = findings;
        this.destinations = new DestinationReader(FILE, plan, findings);
        this.kinds = new KindReader(plan, findings);
        this.voices = new VoiceReader(findings);
        this.conditions = new ConditionCheck(plan.length(), findings);
    }

    /** The injects in the order of their due times, those without a time of their own last. Meaningless if the findings say that the scenario is broken. */
    List<Inject> read(String text) {
        List<Inject> injects = new ArrayList<>();
        YamlText.parse(FILE, text, findings)
                .flatMap(root -> YamlMap.list(FILE, FILE, root, findings))
                .ifPresent(items -> {
                    checkCount(items);
                    items.forEach(item -> YamlMap.of(FILE, item, KEYS, findings)
                            .flatMap(this::inject)
                            .ifPresent(injects::add));
                    checkWhole();
                });
        conditions.check();
        injects.sort(comparing((Inject inject) -> !inject.hasTime()).thenComparing(Inject::due));
        return injects;
    }

    private void checkCount(List<Node> items) {
        if (items.isEmpty()) {
            findings.add(Rule.EMPTY, FILE, 1, FILE);
        }
        if (items.size() > Limits.INJECTS) {
            findings.add(Rule.TOO_MANY, FILE, YamlMap.lineOf(items.get(Limits.INJECTS)), items.size(), Limits.INJECTS);
        }
    }

    private void checkWhole() {
        plan.objectives().forEach((code, line) -> {
            if (!tested.contains(code)) {
                findings.add(Rule.OBJECTIVE_UNTESTED, ScenarioFiles.SCENARIO, line, code);
            }
        });
        plan.storylines().checkTold();
        plan.cells().forEach((code, declared) -> {
            if (!destinations.reached(code)) {
                findings.add(Rule.CELL_IDLE, ScenarioFiles.SCENARIO, declared.line(), code);
            }
        });
        attachments.keySet().stream().filter(name -> !attached.contains(name)).forEach(name -> {
            findings.add(Rule.ATTACHMENT_UNUSED, ScenarioFiles.ATTACHMENTS + "/" + name, 1, name);
        });
    }

    private Optional<Inject> inject(YamlMap map) {
        Optional<InjectNumber> number = map.text("number", Limits.LINE).flatMap(this::number);
        Optional<Located> title = map.text("title", Limits.TITLE);
        Optional<KindReader.Coming> coming = kinds.read(map);
        Optional<Located> from = map.text("from", Limits.LINE);
        List<Addressee> to = destinations.to(map);
        Optional<Channel> channel = map.text("channel", Limits.LINE).flatMap(destinations::channel);
        Optional<Located> text = map.text("text", Limits.TEXT);
        VoiceScript voice = voices.read(map, channel, from);
        List<ExpectedAction> expected = expected(map, coming);
        List<ObjectiveCode> objectives = objectives(map);
        List<KsbCode> ksbs = ksbs(map);
        List<LrcCode> lrc = lrc(map);
        String notes = map.textOrNothing("notes", Limits.NOTES);
        List<Attachment> files = attachments(map);
        plan.storylines().tell(map, number);
        number.ifPresent(n -> coming.ifPresent(c -> conditions.add(n, map, c, to)));
        if (findings.broken()) {
            return Optional.empty();
        }
        return Optional.of(new Inject(
                number.orElseThrow(),
                title.orElseThrow().value(),
                coming.orElseThrow().due(),
                coming.orElseThrow().kind(),
                from.orElseThrow().value(),
                to,
                channel.orElseThrow(),
                text.orElseThrow().value(),
                expected,
                objectives,
                ksbs,
                lrc,
                notes,
                files,
                voice));
    }

    private Optional<InjectNumber> number(Located text) {
        if (!InjectNumber.isOne(text.value())) {
            findings.add(Rule.CODE_FORM, FILE, text.line(), text.value(), "13");
            findings.breaks();
            return Optional.empty();
        }
        Integer before = numbers.putIfAbsent(text.value(), text.line());
        if (before != null) {
            findings.add(Rule.DUPLICATE_NUMBER, FILE, text.line(), text.value(), Integer.toString(before));
        }
        return Optional.of(new InjectNumber(text.value()));
    }

    private List<ExpectedAction> expected(YamlMap map, Optional<KindReader.Coming> coming) {
        List<ExpectedAction> expected = new ArrayList<>();
        for (Node node : map.listOrNothing("expected")) {
            YamlMap.of(FILE, node, List.of("by", "within", "who", "text"), findings)
                    .flatMap(item -> expectedAction(item, coming))
                    .ifPresent(expected::add);
        }
        return expected;
    }

    private Optional<ExpectedAction> expectedAction(YamlMap item, Optional<KindReader.Coming> coming) {
        Optional<ExerciseTime> by = item.has("within") && !item.has("by") ? within(item, coming) : by(item, coming);
        Optional<Located> who = item.text("who", Limits.LINE);
        Optional<Addressee> whom = who.flatMap(destinations::addressee);
        Optional<Located> text = item.text("text", Limits.EXPECTED);
        return by.flatMap(b -> whom.flatMap(w -> text.map(t -> new ExpectedAction(b, w, t.value()))));
    }

    private Optional<ExerciseTime> within(YamlMap item, Optional<KindReader.Coming> coming) {
        Optional<Long> length =
                item.text("within", Limits.LINE).flatMap(text -> plan.times().length(FILE, text));
        return length.flatMap(l -> coming.map(c -> new ExerciseTime(c.due().micros() + l)));
    }

    private Optional<ExerciseTime> by(YamlMap item, Optional<KindReader.Coming> coming) {
        if (coming.filter(c -> !(c.kind() instanceof InjectKind.Timed)).isPresent()
                || (item.has("by") && item.has("within"))) {
            findings.add(Rule.EXPECTED_WITHOUT_TIME, FILE, item.line("by"));
            findings.breaks();
            return Optional.empty();
        }
        Optional<ExerciseTime> by =
                item.text("by", Limits.LINE).flatMap(t -> plan.times().read(FILE, t));
        by.ifPresent(t -> {
            Optional<ExerciseTime> due = coming.map(KindReader.Coming::due);
            if (due.filter(d -> t.compareTo(d) < 0).isPresent()) {
                findings.add(Rule.EXPECTED_BEFORE, FILE, item.line("by"), t, due.orElseThrow());
            }
            if (plan.length().filter(end -> t.compareTo(end) > 0).isPresent()) {
                findings.add(
                        Rule.EXPECTED_AFTER_END,
                        FILE,
                        item.line("by"),
                        t,
                        plan.length().orElseThrow());
            }
        });
        return by;
    }

    private List<ObjectiveCode> objectives(YamlMap map) {
        List<ObjectiveCode> codes = new ArrayList<>();
        for (Located word : map.words("objectives")) {
            if (plan.objectives().containsKey(word.value())) {
                tested.add(word.value());
            } else {
                findings.add(
                        Rule.UNKNOWN_OBJECTIVE,
                        FILE,
                        word.line(),
                        NearMisses.of(word.value(), plan.objectives().keySet()),
                        word.value(),
                        String.join(", ", plan.objectives().keySet()));
            }
            if (keeps(ObjectiveCode.isOne(word.value()))) {
                codes.add(new ObjectiveCode(word.value()));
            }
        }
        return codes;
    }

    private List<KsbCode> ksbs(YamlMap map) {
        List<KsbCode> codes = new ArrayList<>();
        for (Located word : map.words("ksbs")) {
            Optional<KsbCode> code =
                    Optional.of(word.value()).filter(KsbCode::isOne).map(KsbCode::new);
            if (code.flatMap(catalogue::ksb).isEmpty()) {
                findings.add(Rule.UNKNOWN_KSB, FILE, word.line(), catalogue.ksbsNear(word.value()), word.value());
            }
            keeps(code.isPresent());
            code.ifPresent(codes::add);
        }
        return codes;
    }

    private List<LrcCode> lrc(YamlMap map) {
        List<LrcCode> codes = new ArrayList<>();
        for (Located word : map.words("lrc")) {
            Optional<LrcCode> code =
                    Optional.of(word.value()).filter(LrcCode::isOne).map(LrcCode::new);
            if (code.flatMap(catalogue::lrc).isEmpty()) {
                findings.add(Rule.UNKNOWN_LRC, FILE, word.line(), catalogue.lrcNear(word.value()), word.value());
            }
            keeps(code.isPresent());
            code.ifPresent(codes::add);
        }
        return codes;
    }

    private boolean keeps(boolean formed) {
        if (!formed) {
            findings.breaks();
        }
        return formed;
    }

    private List<Attachment> attachments(YamlMap map) {
        List<Attachment> files = new ArrayList<>();
        for (Located word : map.words("attachments")) {
            String name = word.value();
            Attachment attachment = attachments.get(name);
            if (!AttachmentCheck.isName(name)) {
                findings.add(Rule.ATTACHMENT_PATH, FILE, word.line(), name);
            } else if (attachment == null) {
                findings.add(
                        Rule.ATTACHMENT_MISSING, FILE, word.line(), NearMisses.of(name, attachments.keySet()), name);
            } else {
                attached.add(name);
                files.add(attachment);
            }
            keeps(attachment != null);
        }
        return map.has("alt")
                ? described(map, files)
                : files.stream().map(this::undescribed).toList();
    }

    /** What the pictures show. */
    private List<Attachment> described(YamlMap map, List<Attachment> files) {
        return map.map("alt", files.stream().map(Attachment::name).toList())
                .map(alt -> files.stream()
                        .map(file -> file.showing(alt.textOrNothing(file.name(), Limits.ALT)))
                        .map(this::undescribed)
                        .toList())
                .orElse(files);
    }

    private Attachment undescribed(Attachment file) {
        if (file.isUndescribed()) {
            findings.add(Rule.ATTACHMENT_ALT, FILE, 1, file.name());
        }
        return file;
    }
}
