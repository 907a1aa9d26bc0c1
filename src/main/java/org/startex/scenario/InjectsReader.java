package org.startex.scenario;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
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
            "due",
            "from",
            "to",
            "channel",
            "text",
            "expected",
            "objectives",
            "ksbs",
            "lrc",
            "notes",
            "attachments");

    private final PlanReader plan;
    private final StandardsCatalogue catalogue;
    private final SortedMap<String, Attachment> attachments;
    private final Findings findings;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> tested = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
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
    }

    /** The injects in the order of their due times. Meaningless if the findings say that the scenario is broken. */
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
        injects.sort(comparing(Inject::due));
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
        plan.cells().forEach((code, declared) -> {
            if (!reached.contains(code)) {
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
        Optional<ExerciseTime> due = map.text("due", Limits.LINE).flatMap(this::due);
        Optional<Located> from = map.text("from", Limits.LINE);
        List<Addressee> to = to(map);
        Optional<Channel> channel = map.text("channel", Limits.LINE).flatMap(this::channel);
        Optional<Located> text = map.text("text", Limits.TEXT);
        List<ExpectedAction> expected = expected(map, due);
        List<ObjectiveCode> objectives = objectives(map);
        List<KsbCode> ksbs = ksbs(map);
        List<LrcCode> lrc = lrc(map);
        String notes = map.textOrNothing("notes", Limits.NOTES);
        List<Attachment> files = attachments(map);
        if (findings.broken()) {
            return Optional.empty();
        }
        return Optional.of(new Inject(
                number.orElseThrow(),
                title.orElseThrow().value(),
                due.orElseThrow(),
                from.orElseThrow().value(),
                to,
                channel.orElseThrow(),
                text.orElseThrow().value(),
                expected,
                objectives,
                ksbs,
                lrc,
                notes,
                files));
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

    private Optional<ExerciseTime> due(Located text) {
        Optional<ExerciseTime> due = Times.read(FILE, text, findings);
        due.filter(t -> plan.length().filter(end -> t.compareTo(end) > 0).isPresent())
                .ifPresent(t -> findings.add(
                        Rule.AFTER_END, FILE, text.line(), t, plan.length().orElseThrow()));
        return due;
    }

    private List<Addressee> to(YamlMap map) {
        Optional<List<Node>> given = map.list("to");
        if (given.isEmpty()) {
            return List.of();
        }
        List<Located> written = map.words("to");
        if (written.isEmpty()) {
            findings.add(Rule.FOR_NOBODY, FILE, map.line("to"));
        }
        List<Addressee> to = new ArrayList<>();
        for (Located text : written) {
            addressee(text).ifPresent(to::add);
        }
        for (Addressee addressee : to) {
            reached.add(addressee.cell().value());
            if (!addressee.wholeCell() && to.contains(new Addressee(addressee.cell(), ""))) {
                findings.add(Rule.REPEATED, FILE, map.line("to"), addressee, "to");
            }
        }
        return to;
    }

    private Optional<Addressee> addressee(Located text) {
        int slash = text.value().indexOf('/');
        String cell = slash < 0 ? text.value() : text.value().substring(0, slash);
        String role = slash < 0 ? "" : text.value().substring(slash + 1);
        PlanReader.Declared declared = plan.cells().get(cell);
        if (declared == null) {
            findings.add(
                    Rule.UNKNOWN_CELL,
                    FILE,
                    text.line(),
                    NearMisses.of(cell, plan.cells().keySet()),
                    cell,
                    plan.addressees());
        } else if (slash >= 0 && !declared.roles().contains(role)) {
            findings.add(
                    Rule.UNKNOWN_ROLE,
                    FILE,
                    text.line(),
                    NearMisses.of(role, declared.roles()),
                    role,
                    cell,
                    String.join(", ", declared.roles()));
        }
        try {
            return Optional.of(Addressee.of(text.value()));
        } catch (IllegalArgumentException e) {
            findings.breaks();
            return Optional.empty();
        }
    }

    private Optional<Channel> channel(Located text) {
        Optional<Channel> channel = Channel.withCode(text.value());
        if (channel.isEmpty()) {
            findings.unknown(
                    Rule.UNKNOWN_CHANNEL,
                    FILE,
                    text,
                    Arrays.stream(Channel.values()).map(Channel::code).toList());
        }
        return channel;
    }

    private List<ExpectedAction> expected(YamlMap map, Optional<ExerciseTime> due) {
        List<ExpectedAction> expected = new ArrayList<>();
        for (Node node : map.listOrNothing("expected")) {
            YamlMap.of(FILE, node, List.of("by", "who", "text"), findings)
                    .flatMap(item -> expectedAction(item, due))
                    .ifPresent(expected::add);
        }
        return expected;
    }

    private Optional<ExpectedAction> expectedAction(YamlMap item, Optional<ExerciseTime> due) {
        Optional<ExerciseTime> by = item.text("by", Limits.LINE).flatMap(t -> Times.read(FILE, t, findings));
        Optional<Addressee> who = item.text("who", Limits.LINE).flatMap(this::addressee);
        Optional<Located> text = item.text("text", Limits.EXPECTED);
        by.ifPresent(t -> {
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
        return by.flatMap(b -> who.flatMap(w -> text.map(t -> new ExpectedAction(b, w, t.value()))));
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
        return files;
    }
}
