package org.startex.exchange;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.startex.competency.Claim;
import org.startex.competency.ClaimState;
import org.startex.competency.EvidenceAct;
import org.startex.competency.EvidenceContext;
import org.startex.competency.EvidencePiece;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Fact;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.PersonId;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.logbook.ActionWords;
import org.startex.standards.Ksb;
import org.startex.standards.StandardsCatalogue;

/** One piece of evidence: what was done and why, what was known then, who saw it, and which KSBs it was judged to show. Self-ratings have no place in it. */
final class EvidencePaper {
    private static final Texts TEXTS = Texts.of("exchange");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final EvidencePiece piece;
    private final Map<PersonId, String> names;
    private final StandardsCatalogue standards;
    private final PublicAddress address;
    private final ZoneId zone;
    private final List<Block> blocks = new ArrayList<>();

    EvidencePaper(
            EvidencePiece piece,
            Map<PersonId, String> names,
            StandardsCatalogue standards,
            PublicAddress address,
            ZoneId zone) {
        this.piece = piece;
        this.names = names;
        this.standards = standards;
        this.address = address;
        this.zone = zone;
    }

    Report compose(String marking, Instant madeAt) {
        about();
        act();
        known();
        observed();
        claims();
        seal();
        return new Report(
                TEXTS.get("evidence.title", name(piece.learner())),
                TEXTS.get("evidence.subtitle", piece.context().exercise(), real(madeAt)),
                marking,
                blocks);
    }

    private EvidenceContext context() {
        return piece.context();
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, TEXTS.get("who.unknown"));
    }

    private String real(Instant at) {
        return at.atZone(zone).format(DATE_TIME);
    }

    private Words entry(long seq, String hash) {
        return Words.of(Run.link(TEXTS.get("entry", seq), log(seq)), Run.code("  " + hash));
    }

    private URI log(long seq) {
        return address.of("/exercise/" + piece.entry().exercise() + "/log?entry=" + seq);
    }

    private static void add(List<Fact> facts, String key, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(TEXTS.get(key), Words.of(text)));
        }
    }

    private void about() {
        List<Fact> facts = new ArrayList<>();
        add(facts, "evidence.exercise", context().exercise());
        add(
                facts,
                "evidence.part",
                context().post().isEmpty()
                        ? context().cell()
                        : TEXTS.get(
                                "evidence.part.post",
                                context().post(),
                                context().cell()));
        add(
                facts,
                "log.when",
                context().time().isEmpty()
                        ? real(context().occurredAt())
                        : TEXTS.get(
                                "log.when.both",
                                context().time(),
                                real(context().occurredAt())));
        facts.add(new Fact(
                TEXTS.get("evidence.entry"),
                entry(piece.entry().seq(), context().hash())));
        add(facts, "evidence.statement", piece.statement());
        blocks.add(new Block.Facts(facts));
    }

    private void act() {
        blocks.add(new Block.Heading(
                1,
                switch (piece.kind()) {
                    case DECISION -> TEXTS.get("evidence.decision");
                    case ACTION -> TEXTS.get("evidence.action");
                    case OBSERVATION -> TEXTS.get("evidence.observation");
                }));
        List<Fact> facts = new ArrayList<>();
        EvidenceContext.Known answered = context().answers();
        if (answered != null) {
            add(facts, "log.answers", TEXTS.get("evidence.inject", answered.number(), answered.title()));
        }
        ActionWords action = context().action();
        if (action != null) {
            add(facts, "evidence.action.text", action.text());
            add(facts, "evidence.action.due", action.due());
        }
        EvidenceContext.Decided decision = context().decision();
        if (decision != null) {
            add(facts, "log.what", decision.decision());
            add(facts, "log.why", decision.rationale());
            add(facts, "log.options", decision.options());
            add(facts, "log.effect", decision.expectedEffect());
            add(facts, "log.late", decision.lateReason());
            add(facts, "evidence.maker", decision.maker());
        }
        blocks.add(new Block.Facts(facts));
    }

    private void known() {
        blocks.add(new Block.Heading(1, TEXTS.get("evidence.known")));
        SortedMap<Long, EvidenceContext.Known> had = new TreeMap<>();
        context().reliedOn().forEach(each -> had.put(each.seq(), each));
        context().known().forEach(each -> had.put(each.seq(), each));
        if (had.isEmpty()) {
            blocks.add(new Block.Paragraph(Words.of(TEXTS.get("evidence.known.none"))));
            return;
        }
        blocks.add(new Block.Table(
                List.of(TEXTS.get("measures.inject"), TEXTS.get("evidence.from"), TEXTS.get("evidence.read")),
                List.of(56, 24, 20),
                had.values().stream().map(this::known).toList()));
    }

    private List<Words> known(EvidenceContext.Known known) {
        boolean relied = context().reliedOn().stream().anyMatch(each -> each.seq() == known.seq());
        return List.of(
                Words.of(
                        Run.link(TEXTS.get("entry", known.seq()), log(known.seq())),
                        Run.plain(" " + TEXTS.get("evidence.inject", known.number(), known.title()))),
                Words.of(known.from()),
                Words.of(
                        relied
                                ? TEXTS.get("evidence.relied")
                                : TEXTS.get(known.seen() ? "evidence.seen" : "evidence.received")));
    }

    private void observed() {
        blocks.add(new Block.Heading(1, TEXTS.get("evidence.observed")));
        if (context().observations().isEmpty()) {
            blocks.add(new Block.Paragraph(Words.of(TEXTS.get("evidence.observed.none"))));
            return;
        }
        blocks.add(new Block.Table(
                List.of(
                        TEXTS.get("evidence.entry"),
                        TEXTS.get("evidence.observer"),
                        TEXTS.get("evidence.rating"),
                        TEXTS.get("evidence.note")),
                List.of(22, 20, 20, 38),
                context().observations().stream()
                        .map(one -> List.of(
                                entry(
                                        one.seq(),
                                        one.hash()
                                                .substring(
                                                        0,
                                                        Math.min(12, one.hash().length()))),
                                Words.of(one.by()),
                                Words.of(one.rating()),
                                Words.of(one.note())))
                        .toList()));
    }

    private void claims() {
        blocks.add(new Block.Heading(1, TEXTS.get("evidence.ksbs")));
        blocks.add(new Block.Table(
                List.of(TEXTS.get("evidence.ksb"), TEXTS.get("evidence.words"), TEXTS.get("evidence.judged")),
                List.of(8, 46, 46),
                piece.claims().stream()
                        .filter(claim -> claim.state() != ClaimState.WITHDRAWN)
                        .map(this::claim)
                        .toList()));
        blocks.add(new Block.Paragraph(Words.of(
                Run.quiet(TEXTS.get("evidence.standard", standards.standardName(), standards.standardAttribution())))));
    }

    private List<Words> claim(Claim claim) {
        EvidenceAct last = claim.last();
        String judged = switch (claim.state()) {
            case WAITING -> TEXTS.get("claim.waiting");
            case ACCEPTED -> TEXTS.get("claim.accepted", name(last.by()), real(last.at()));
            case DECLINED -> TEXTS.get("claim.declined", name(last.by()), real(last.at()));
            case MORE_WANTED -> TEXTS.get("claim.more", name(last.by()), real(last.at()));
            case WITHDRAWN -> "";
        };
        String why = claim.state() == ClaimState.WAITING || last.words().isBlank() ? "" : "\n" + last.words();
        return List.of(
                Words.of(Run.strong(claim.ksb().value())),
                Words.of(standards.ksb(claim.ksb()).map(Ksb::text).orElse("")),
                Words.of(judged + why));
    }

    private void seal() {
        EvidenceContext.Sealed seal = context().seal();
        blocks.add(new Block.Heading(1, TEXTS.get("seal")));
        blocks.add(new Block.Facts(List.of(
                new Fact(TEXTS.get("seal.at"), Words.of(real(seal.at()))),
                new Fact(TEXTS.get("seal.entries"), Words.of(Long.toString(seal.entries()))),
                new Fact(TEXTS.get("seal.head"), Words.of(Run.code(seal.headHash()))),
                new Fact(TEXTS.get("seal.key"), Words.of(Run.code(seal.fingerprint()))))));
        blocks.add(new Block.Paragraph(Words.of(TEXTS.get("seal.how"))));
        blocks.add(new Block.Paragraph(Words.of(Run.strong(TEXTS.get("seal.command")))));
    }
}
