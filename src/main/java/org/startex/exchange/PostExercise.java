package org.startex.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.ExerciseStarted;
import org.startex.conduct.Member;
import org.startex.debrief.Finding;
import org.startex.debrief.Tempo;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Fact;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.Lengths;
import org.startex.kernel.PersonId;
import org.startex.kernel.Texts;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.SealedHead;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonState;
import org.startex.logbook.Observation;

/** The post-exercise report: aim, people, timeline, findings with their evidence, measures, lessons, and what the record is worth. */
final class PostExercise {
    private static final Texts TEXTS = Texts.of("exchange");

    private final Source source;
    private final List<Observation> observations;
    private final Tempo tempo;
    private final List<Finding> findings;
    private final List<Lesson> lessons;
    private final Map<PersonId, String> owners;
    private final List<Block> blocks = new ArrayList<>();

    PostExercise(
            Source source,
            List<Observation> observations,
            Tempo tempo,
            List<Finding> findings,
            List<Lesson> lessons,
            Map<PersonId, String> owners) {
        this.source = source;
        this.observations = observations;
        this.tempo = tempo;
        this.findings = findings;
        this.lessons = lessons;
        this.owners = owners;
    }

    Report compose() {
        about();
        aim();
        people();
        findings();
        lessons();
        expected();
        requests();
        measures();
        timeline();
        seal();
        return new Report(
                TEXTS.get("report.title", source.plan().title()),
                TEXTS.get("report.subtitle", source.realDate(source.madeAt())),
                source.marking(),
                blocks);
    }

    private void heading(String key) {
        blocks.add(new Block.Heading(1, TEXTS.get(key)));
    }

    private void say(String text) {
        blocks.add(new Block.Paragraph(Words.of(text)));
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.get(key), Words.of(value));
    }

    private void about() {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("about.hazard", source.plan().hazard()));
        facts.add(fact("about.planned", source.realDate(source.plan().plannedFor())));
        at(ExerciseStarted.class).ifPresent(at -> facts.add(fact("about.started", source.realDate(at))));
        at(ExerciseEnded.class).ifPresent(at -> facts.add(fact("about.ended", source.realDate(at))));
        facts.add(fact(
                "about.played",
                Lengths.of(
                        source.play().clock().elapsedAt(endOr(source.madeAt())).toDuration())));
        facts.add(fact(
                "about.scenario",
                TEXTS.get(
                        "about.scenario.version",
                        source.plan().slug(),
                        source.plan()
                                .digest()
                                .substring(
                                        0, Math.min(12, source.plan().digest().length())))));
        facts.add(fact("about.zone", source.plan().zone().getId()));
        facts.add(fact(
                "about.record",
                TEXTS.get("about.record.entries", source.entries().size())));
        blocks.add(new Block.Facts(facts));
    }

    private Optional<Instant> at(Class<?> kind) {
        return source.entries().stream()
                .filter(entry -> kind.isInstance(entry.fact()))
                .map(LedgerEntry::occurredAt)
                .findFirst();
    }

    private Instant endOr(Instant otherwise) {
        return at(ExerciseEnded.class).orElse(otherwise);
    }

    private void aim() {
        heading("aim");
        say(source.plan().aim());
        if (!source.plan().objectives().isEmpty()) {
            blocks.add(new Block.Heading(2, TEXTS.get("objectives")));
            blocks.add(new Block.Items(source.plan().objectives().stream()
                    .map(objective -> Words.of(
                            Run.strong(objective.code() + " " + objective.title() + ": "), Run.plain(objective.text())))
                    .toList()));
        }
    }

    private void people() {
        heading("people");
        List<List<Words>> rows = new ArrayList<>();
        source.plan()
                .places()
                .forEach(place -> source.play().players().stream()
                        .filter(player -> place.code().equals(player.cell()))
                        .sorted(Comparator.comparing((Member player) -> source.name(player.participant())))
                        .forEach(player -> rows.add(person(place.title(), role(place.code(), player), player))));
        source.play().members().values().stream()
                .filter(member -> member.present() && member.role() != ExerciseRole.PLAYER)
                .sorted(Comparator.comparing(Member::role).thenComparing(member -> source.name(member.participant())))
                .forEach(member -> rows.add(person(TEXTS.get("people.staff"), role(member.role()), member)));
        blocks.add(new Block.Table(
                heads("people.cell", "people.role", "people.name", "people.organisation"),
                List.of(24, 26, 26, 24),
                rows));
    }

    private List<Words> person(String where, String role, Member member) {
        return List.of(
                Words.of(where),
                Words.of(role),
                Words.of(source.name(member.participant())),
                Words.of(source.organisation(member.participant())));
    }

    private String role(CellCode cell, Member player) {
        return player.post().isEmpty() ? TEXTS.get("people.player") : source.post(cell, player.post());
    }

    private static String role(ExerciseRole role) {
        return switch (role) {
            case DIRECTOR -> TEXTS.get("role.director");
            case CONTROLLER -> TEXTS.get("role.controller");
            case EVALUATOR -> TEXTS.get("role.evaluator");
            case LOGGIST -> TEXTS.get("role.loggist");
            case OBSERVER -> TEXTS.get("role.observer");
            case PLAYER -> TEXTS.get("people.player");
        };
    }

    private static List<String> heads(String... keys) {
        return List.of(keys).stream().map(TEXTS::get).toList();
    }

    private void findings() {
        heading("findings");
        if (findings.isEmpty()) {
            say(TEXTS.get("findings.none"));
        }
        for (Finding finding : findings) {
            blocks.add(new Block.Heading(
                    2,
                    TEXTS.get(
                            finding.goodPractice() ? "finding.good" : "finding.improve",
                            finding.number(),
                            finding.theme())));
            blocks.add(new Block.Facts(List.of(
                    fact("finding.what", finding.what()),
                    fact("finding.expected", finding.expected()),
                    fact("finding.why", finding.why()),
                    fact("finding.by", TEXTS.get("finding.by.at", finding.byName(), source.realDate(finding.at()))))));
            blocks.add(new Block.Table(
                    heads("evidence.entry", "time.story", "evidence.what"),
                    List.of(20, 16, 64),
                    finding.cites().stream().map(this::evidence).toList()));
        }
    }

    private List<Words> evidence(long seq) {
        return List.of(
                source.entryLink(seq),
                Words.of(source.entry(seq).map(e -> source.storyTime(e)).orElse("")),
                Words.of(source.entry(seq).map(e -> Happenings.any(source, e)).orElse("")));
    }

    private void lessons() {
        heading("lessons");
        if (lessons.isEmpty()) {
            say(TEXTS.get("lessons.none"));
            return;
        }
        blocks.add(new Block.Table(
                heads("lesson", "lesson.change", "lesson.state", "lesson.owner"),
                List.of(12, 48, 18, 22),
                lessons.stream().map(this::lesson).toList()));
    }

    private List<Words> lesson(Lesson lesson) {
        PersonId owner = lesson.owner();
        String who = owner == null ? TEXTS.get("lesson.nobody") : owners.getOrDefault(owner, "");
        String due = lesson.due() == null ? "" : "\n" + TEXTS.get("lesson.due", String.valueOf(lesson.due()));
        return List.of(
                Words.of(Run.link(
                        TEXTS.get("lesson.number", lesson.number()),
                        source.address().of("/lessons/" + lesson.number()))),
                Words.of(
                        Run.strong(lesson.draft().title() + "\n"),
                        Run.plain(lesson.draft().recommendation())),
                Words.of(state(lesson.state())),
                Words.of(who + due));
    }

    private static String state(LessonState state) {
        return switch (state) {
            case IDENTIFIED -> TEXTS.get("lesson.identified");
            case ACCEPTED -> TEXTS.get("lesson.accepted");
            case DECLINED -> TEXTS.get("lesson.declined");
            case IMPLEMENTED -> TEXTS.get("lesson.implemented");
            case EMBEDDED -> TEXTS.get("lesson.embedded");
        };
    }

    private void measures() {
        heading("measures");
        blocks.addAll(new MeasuresChapter(source, tempo, endOr(source.madeAt())).compose());
    }

    private void expected() {
        heading("expected");
        blocks.addAll(new ExpectedChapter(source, observations).compose());
    }

    private void requests() {
        heading("requests");
        blocks.addAll(new RequestsChapter(source, source.play().clock().elapsedAt(endOr(source.madeAt()))).compose());
    }

    private void timeline() {
        heading("timeline");
        say(TEXTS.get("timeline.how"));
        List<List<Words>> rows = new ArrayList<>();
        for (LedgerEntry entry : source.entries()) {
            Happenings.line(source, entry)
                    .ifPresent(line -> rows.add(List.of(
                            source.entryLink(entry.seq()),
                            Words.of(source.storyTime(entry)),
                            Words.of(source.realClock(entry.occurredAt())),
                            Words.of(line))));
        }
        blocks.add(new Block.Table(
                heads("evidence.entry", "time.story", "time.real", "evidence.what"), List.of(17, 13, 13, 57), rows));
    }

    private void seal() {
        heading("seal");
        Optional<SealedHead> sealed = source.seal();
        if (sealed.isEmpty()) {
            say(TEXTS.get("seal.none"));
        } else {
            SealedHead head = sealed.get();
            blocks.add(new Block.Facts(List.of(
                    fact("seal.at", source.realDate(head.at())),
                    fact("seal.entries", Long.toString(head.entries())),
                    new Fact(TEXTS.get("seal.head"), Words.of(Run.code(head.headHash()))),
                    new Fact(
                            TEXTS.get("seal.key"),
                            Words.of(Run.code(head.fingerprint().value()))))));
        }
        say(TEXTS.get("seal.how"));
        blocks.add(new Block.Paragraph(Words.of(Run.strong(TEXTS.get("seal.command")))));
        blocks.add(new Block.Paragraph(Words.of(
                Run.plain(TEXTS.get("seal.where") + " "),
                Run.link(
                        source.address()
                                .of("/exercise/" + source.play().id() + "/log")
                                .toString(),
                        source.address().of("/exercise/" + source.play().id() + "/log")))));
    }
}
