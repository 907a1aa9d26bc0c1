package org.startex.scenario;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startex.kernel.CellCode;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.MessageRules;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.RatingScale;
import org.startex.scenario.YamlMap.Located;
import org.startex.standards.NearMisses;
import org.startex.standards.RatingScales;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code scenario.yaml}, and keeps what injects may refer to even where the rest is at fault. */
final class PlanReader {
    private static final String FILE = ScenarioFiles.SCENARIO;
    static final List<String> KEYS = List.of(
            "format",
            "title",
            "hazard",
            "kind",
            "conduct",
            "aim",
            "marking",
            "code-word",
            "start",
            "length",
            "objectives",
            "cells",
            "phases",
            "storylines",
            "no-duff",
            "rating-scale",
            "messages",
            "outside-bodies");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int NO_DUFF_LINES = 3;

    private final RatingScales scales;
    private final Findings findings;
    private final Map<String, Declared> cells = new LinkedHashMap<>();
    private final StorylinesReader storylines;
    private final Map<String, Integer> objectives = new LinkedHashMap<>();
    private Optional<ExerciseTime> length = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Times times;

    /** A cell as an inject may refer to it. */
    record Declared(int line, Set<String> roles) {}

    private record Start(LocalDateTime at, ZoneId zone) {}

    PlanReader(RatingScales scales, Findings findings) {
        this.scales = scales;
        this.findings = findings;
        this.storylines = new StorylinesReader(findings);
        this.times = new Times(Optional.empty(), findings);
    }

    PlanReader read(String text) {
        YamlText.parse(FILE, text, findings)
                .flatMap(root -> YamlMap.of(FILE, root, KEYS, findings))
                .ifPresent(this::read);
        return this;
    }

    private void read(YamlMap map) {
        format(map);
        Optional<String> title = line(map, "title", Limits.TITLE);
        Optional<String> hazard = line(map, "hazard", Limits.LINE);
        Optional<ScenarioKind> kind = map.text("kind", Limits.LINE).flatMap(this::kind);
        ConductKind conduct = conduct(map);
        Optional<String> aim = line(map, "aim", Limits.AIM);
        Optional<String> marking = line(map, "marking", Limits.MARKING);
        Optional<String> codeWord = line(map, "code-word", Limits.CODE_WORD);
        Optional<Start> start =
                map.map("start", List.of("date", "time", "zone")).flatMap(this::start);
        times = new Times(start.map(s -> s.at.atZone(s.zone)), findings);
        length = map.text("length", Limits.LINE).flatMap(this::length);
        List<Objective> readObjectives = objectives(map);
        List<Cell> readCells = cells(map);
        List<Phase> phases = new PhasesReader(cells, length, times, conduct, findings).read(map);
        storylines.declare(map);
        List<String> noDuff = noDuff(map);
        RatingScale ratingScale = ratingScale(map);
        MessageRules messages = new MessagesReader(FILE, findings).read(map, cells.keySet());
        if (!findings.broken()) {
            plan = Optional.of(new Plan(
                    title.orElseThrow(),
                    hazard.orElseThrow(),
                    kind.orElseThrow(),
                    conduct,
                    aim.orElseThrow(),
                    marking.orElseThrow(),
                    codeWord.orElseThrow(),
                    start.orElseThrow().at,
                    start.orElseThrow().zone,
                    length.orElseThrow(),
                    readObjectives,
                    readCells,
                    phases,
                    noDuff,
                    ratingScale,
                    messages));
        }
    }

    /** The plan, if all its parts could be read. */
    Optional<Plan> plan() {
        return plan;
    }

    /** The cells by code. */
    Map<String, Declared> cells() {
        return cells;
    }

    /** The objectives' codes and their lines. */
    Map<String, Integer> objectives() {
        return objectives;
    }

    /** The threads of the story. */
    StorylinesReader storylines() {
        return storylines;
    }

    /** How times are read in this story. */
    Times times() {
        return times;
    }

    /** When the exercise ends. */
    Optional<ExerciseTime> length() {
        return length;
    }

    private void format(YamlMap map) {
        map.text("format", Limits.LINE).filter(f -> !f.value().equals("1")).ifPresent(f -> {
            findings.add(Rule.FORMAT, FILE, f.line(), f.value());
            findings.breaks();
        });
    }

    private static Optional<String> line(YamlMap map, String key, int limit) {
        return map.text(key, limit).map(Located::value);
    }

    private Optional<ScenarioKind> kind(Located text) {
        Optional<ScenarioKind> kind = Arrays.stream(ScenarioKind.values())
                .filter(k -> word(k).equals(text.value()))
                .findFirst();
        if (kind.isEmpty()) {
            findings.unknown(
                    Rule.UNKNOWN_KIND,
                    FILE,
                    text,
                    Arrays.stream(ScenarioKind.values()).map(PlanReader::word).toList());
        }
        return kind;
    }

    private static String word(ScenarioKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private ConductKind conduct(YamlMap map) {
        if (!map.has("conduct")) {
            return ConductKind.TIMED;
        }
        return map.text("conduct", Limits.LINE)
                .flatMap(text -> ConductKind.withCode(text.value()).or(() -> {
                    findings.unknown(
                            Rule.UNKNOWN_CONDUCT,
                            FILE,
                            text,
                            Arrays.stream(ConductKind.values())
                                    .map(ConductKind::code)
                                    .toList());
                    return Optional.empty();
                }))
                .orElse(ConductKind.TIMED);
    }

    private Optional<Start> start(YamlMap map) {
        Optional<LocalDate> date = map.text("date", Limits.LINE).flatMap(this::date);
        Optional<LocalTime> time = map.text("time", Limits.LINE).flatMap(this::clock);
        Optional<ZoneId> zone = map.text("zone", Limits.LINE).flatMap(this::zone);
        return date.flatMap(d -> time.flatMap(t -> zone.map(z -> new Start(d.atTime(t), z))));
    }

    private Optional<LocalDate> date(Located text) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeException e) {
            return unreadable(Rule.BAD_DATE, text);
        }
    }

    private Optional<LocalTime> clock(Located text) {
        try {
            return Optional.of(LocalTime.parse(text.value(), CLOCK));
        } catch (DateTimeException e) {
            return unreadable(Rule.BAD_CLOCK, text);
        }
    }

    private Optional<ZoneId> zone(Located text) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (known.contains(text.value())) {
            return Optional.of(ZoneId.of(text.value()));
        }
        findings.add(Rule.UNKNOWN_ZONE, FILE, text.line(), NearMisses.of(text.value(), known), text.value());
        findings.breaks();
        return Optional.empty();
    }

    private Optional<ExerciseTime> length(Located text) {
        return minutes(text.value()).map(ExerciseTime::minutes).or(() -> unreadable(Rule.BAD_LENGTH, text));
    }

    /** A length written as hours and minutes, in minutes; nothing if it is none, or no time at all. */
    static Optional<Long> minutes(String text) {
        Matcher m = LENGTH.matcher(text);
        return Optional.of(m.matches() ? Long.parseLong(m.group(1)) * 60 + Long.parseLong(m.group(2)) : 0)
                .filter(minutes -> minutes > 0);
    }

    private <T> Optional<T> unreadable(Rule rule, Located text) {
        findings.add(rule, FILE, text.line(), text.value());
        findings.breaks();
        return Optional.empty();
    }

    private List<Objective> objectives(YamlMap map) {
        List<Objective> read = new ArrayList<>();
        for (YamlMap item : maps(map, "objectives", List.of("code", "title", "text"))) {
            Optional<Located> code = item.text("code", Limits.LINE);
            Optional<String> title = line(item, "title", Limits.TITLE);
            Optional<String> text = line(item, "text", Limits.OBJECTIVE);
            code.filter(c -> isNew(objectives.keySet(), c)).ifPresent(c -> {
                objectives.put(c.value(), c.line());
                if (formed(c, ObjectiveCode.isOne(c.value()), "O1") && title.isPresent() && text.isPresent()) {
                    read.add(new Objective(new ObjectiveCode(c.value()), title.get(), text.get()));
                }
            });
        }
        return read;
    }

    private List<Cell> cells(YamlMap map) {
        List<Cell> read = new ArrayList<>();
        for (YamlMap item : maps(map, "cells", List.of("code", "title", "roles"))) {
            Optional<Located> code = item.text("code", Limits.LINE);
            Optional<String> title = line(item, "title", Limits.TITLE);
            Set<String> roleCodes = new LinkedHashSet<>();
            List<CellRole> roles = roles(item, roleCodes);
            code.filter(c -> isNew(cells.keySet(), c)).ifPresent(c -> {
                cells.put(c.value(), new Declared(c.line(), roleCodes));
                if (formed(c, CellCode.isOne(c.value()), "rest-centre") && title.isPresent()) {
                    read.add(new Cell(new CellCode(c.value()), title.get(), roles));
                }
            });
        }
        return read;
    }

    private List<CellRole> roles(YamlMap cell, Set<String> codes) {
        List<CellRole> roles = new ArrayList<>();
        for (YamlMap item : maps(cell, "roles", List.of("code", "title"))) {
            Optional<Located> code = item.text("code", Limits.LINE);
            Optional<String> title = line(item, "title", Limits.TITLE);
            code.filter(c -> isNew(codes, c)).ifPresent(c -> {
                codes.add(c.value());
                if (formed(c, CellCode.isOne(c.value()), "lead") && title.isPresent()) {
                    roles.add(new CellRole(c.value(), title.get()));
                }
            });
        }
        return roles;
    }

    private boolean isNew(Set<String> codes, Located code) {
        if (codes.contains(code.value())) {
            findings.add(Rule.DUPLICATE_CODE, FILE, code.line(), code.value());
            return false;
        }
        return true;
    }

    private boolean formed(Located code, boolean good, String example) {
        if (!good) {
            findings.add(Rule.CODE_FORM, FILE, code.line(), code.value(), example);
            findings.breaks();
        }
        return good;
    }

    private List<String> noDuff(YamlMap map) {
        Optional<List<Node>> given = map.list("no-duff");
        List<String> lines = given.isEmpty()
                ? List.of()
                : map.words("no-duff").stream().map(Located::value).toList();
        if (given.isPresent()
                && (lines.size() != NO_DUFF_LINES || lines.stream().anyMatch(String::isBlank))) {
            findings.add(Rule.NO_DUFF_LINES, FILE, map.line("no-duff"), lines.size());
        }
        return lines;
    }

    private RatingScale ratingScale(YamlMap map) {
        String named = map.textOrNothing("rating-scale", Limits.LINE);
        return scales.of(named).orElseGet(() -> {
            if (!named.isBlank()) {
                findings.add(
                        Rule.UNKNOWN_RATING_SCALE,
                        FILE,
                        map.line("rating-scale"),
                        scales.near(named),
                        named,
                        scales.all().stream().map(RatingScale::code).collect(joining(", ")));
            }
            return scales.usual();
        });
    }

    private List<YamlMap> maps(YamlMap map, String key, List<String> known) {
        Optional<List<Node>> list = map.list(key);
        if (list.filter(List::isEmpty).isPresent()) {
            findings.add(Rule.EMPTY, FILE, map.line(key), key);
            findings.breaks();
        }
        return list.orElse(List.of()).stream()
                .map(node -> YamlMap.of(FILE, node, known, findings))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a cell may be addressed by, for a remedy. */
    String addressees() {
        return cells.keySet().stream().collect(joining(", "));
    }
}
