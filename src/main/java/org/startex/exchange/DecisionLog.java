package org.startex.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.startex.conduct.Attestation;
import org.startex.exchange.Report.Block;
import org.startex.exchange.Report.Fact;
import org.startex.exchange.Report.Run;
import org.startex.exchange.Report.Words;
import org.startex.kernel.Texts;
import org.startex.logbook.ActionWords;
import org.startex.logbook.Decision;
import org.startex.logbook.DecisionWords;

/** The decision log: each decision with its rationale, what it relied on, and its entry. */
record DecisionLog(Source source, List<Decision> decisions) {
    private static final Texts TEXTS = Texts.of("exchange");

    Report compose() {
        List<Block> blocks = new ArrayList<>();
        if (decisions.isEmpty()) {
            blocks.add(new Block.Paragraph(Words.of(TEXTS.get("log.none"))));
        }
        decisions.forEach(decision -> decision(blocks, decision));
        return new Report(
                TEXTS.get("log.title", source.plan().title()),
                TEXTS.get(
                        "log.subtitle",
                        decisions.size(),
                        source.plan().zone().getId(),
                        source.realDate(source.madeAt())),
                source.marking(),
                blocks);
    }

    private void decision(List<Block> blocks, Decision decision) {
        DecisionWords words = decision.fact().words();
        blocks.add(new Block.Heading(
                2,
                TEXTS.get(
                        "log.decision",
                        decision.fact().number(),
                        source.cell(decision.fact().cell()),
                        source.name(decision.by()))));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.get("evidence.entry"), source.entryLink(decision.seq())));
        add(
                facts,
                "log.when",
                TEXTS.get("log.when.both", source.storyTime(decision.at()), source.realClock(decision.occurredAt())));
        if (decision.fact().enteredLate()) {
            add(
                    facts,
                    "log.offline",
                    TEXTS.get(
                            "log.offline.both",
                            source.realClock(decision.occurredAt()),
                            source.realClock(decision.recordedAt())));
        }
        Long answered = decision.fact().inReplyTo();
        if (answered != null) {
            facts.add(new Fact(TEXTS.get("log.answers"), cited(answered)));
        }
        facts.add(new Fact(TEXTS.get("log.what"), Words.of(Run.strong(words.decision()))));
        add(facts, "log.why", words.rationale());
        if (!decision.fact().reliedOn().isEmpty()) {
            facts.add(new Fact(
                    TEXTS.get("log.relied-on"), reliedOn(decision.fact().reliedOn())));
        }
        add(facts, "log.options", words.options());
        add(facts, "log.effect", words.expectedEffect());
        add(facts, "log.actions", actions(decision));
        add(facts, "log.late", words.lateReason());
        add(facts, "log.logged-by", loggedFor(source, decision));
        blocks.add(new Block.Facts(facts));
    }

    private static void add(List<Fact> facts, String key, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(TEXTS.get(key), Words.of(text)));
        }
    }

    private Words reliedOn(List<Long> seqs) {
        List<Run> runs = new ArrayList<>();
        seqs.forEach(seq -> {
            if (!runs.isEmpty()) {
                runs.add(Run.plain("\n"));
            }
            runs.addAll(cited(seq).runs());
        });
        return new Words(runs);
    }

    private Words cited(long seq) {
        return Words.of(
                Run.link(TEXTS.get("entry", seq), source.log(seq)),
                Run.plain(source.entry(seq)
                        .map(entry -> " " + Happenings.any(source, entry))
                        .orElse("")));
    }

    /** Who logged it for its maker, and whether the maker has confirmed it; empty where the maker logged it. */
    static String loggedFor(Source source, Decision decision) {
        Attestation.Word word = decision.word();
        String loggist = decision.loggedBy().map(source::name).orElse("");
        return word == null
                ? ""
                : switch (word) {
                    case AWAITED -> TEXTS.get("log.for.awaited", loggist);
                    case CONFIRMED -> TEXTS.get("log.for.confirmed", loggist);
                    case DISPUTED -> TEXTS.get("log.for.disputed", loggist, decision.dispute());
                };
    }

    /** The actions that a decision raised, one on each line. */
    static String actions(Decision decision) {
        return decision.fact().words().actions().stream()
                .map(DecisionLog::action)
                .collect(Collectors.joining("\n"));
    }

    private static String action(ActionWords action) {
        return List.of(action.text(), action.owner(), action.due()).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
