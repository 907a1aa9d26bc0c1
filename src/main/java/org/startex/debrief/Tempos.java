package org.startex.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.startex.conduct.Attestation;
import org.startex.conduct.Delivered;
import org.startex.conduct.ExerciseEnded;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.Member;
import org.startex.conduct.ParticipantAdmitted;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.ParticipantMoved;
import org.startex.conduct.Place;
import org.startex.conduct.Play;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.measures.KaplanMeier;
import org.startex.measures.Waiting;

/** Reads the tempo of a run from its record: pure. */
final class Tempos {
    private static final double SECOND = 1e6;

    private final Play play;
    private final Map<Reply, ExerciseTime> acknowledged = new HashMap<>();
    private final Map<Reply, ExerciseTime> decided = new HashMap<>();
    private final Set<CellCode> attended = new HashSet<>();
    private ExerciseTime until;
    private boolean ended;

    /** The first of its kind by a cell in reply to an inject. */
    private record Reply(long inject, CellCode cell) {}

    private Tempos(Play play, List<LedgerEntry> record, Instant now) {
        this.play = play;
        until = play.clock().elapsedAt(now);
        record.forEach(entry -> attended.addAll(seats(entry)));
        Instant end = record.stream()
                .filter(entry -> entry.fact() instanceof ExerciseEnded)
                .map(LedgerEntry::occurredAt)
                .findFirst()
                .orElse(null);
        if (end != null) {
            ended = true;
            until = play.clock().elapsedAt(end);
        }
        record.stream()
                .filter(entry -> end == null || entry.occurredAt().isBefore(end))
                .forEach(this::reply);
    }

    /**
     * The tempo so far.
     *
     * @param record of the exercise, from its first entry
     */
    static Tempo of(Play play, List<LedgerEntry> record, Instant now) {
        return new Tempos(play, record, now).tempo();
    }

    private static Collection<CellCode> seats(LedgerEntry entry) {
        return switch (entry.fact()) {
            case ParticipantJoined joined
            when joined.admitted() -> Stream.ofNullable(joined.cell()).toList();
            case ParticipantAdmitted admitted -> List.of(admitted.cell());
            case ParticipantMoved moved -> List.of(moved.cell());
            default -> List.of();
        };
    }

    private void reply(LedgerEntry entry) {
        ExerciseTime when = play.clock().elapsedAt(entry.occurredAt());
        if (entry.fact() instanceof DecisionRecorded decision) {
            Long inject = decision.inReplyTo();
            boolean disputed = play.attestation(entry.seq())
                    .filter(word -> word.word() == Attestation.Word.DISPUTED)
                    .isPresent();
            if (inject != null && !disputed) {
                first(decided, new Reply(inject, decision.cell()), when);
            }
        } else if (entry.fact() instanceof InjectAcknowledged acknowledgement) {
            cells(entry).forEach(cell -> first(acknowledged, new Reply(acknowledgement.inject(), cell), when));
        }
    }

    /** The cell in which somebody sat when they acknowledged: the entry is for it. */
    private List<CellCode> cells(LedgerEntry entry) {
        if (entry.audience() instanceof Audience.Addressees to) {
            return to.addressees().stream().map(Addressee::cell).distinct().toList();
        }
        return entry.actor().participant().flatMap(play::member).map(Member::cell).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static void first(Map<Reply, ExerciseTime> replies, Reply reply, ExerciseTime when) {
        replies.merge(reply, when, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private Tempo tempo() {
        List<Tempo.OfCell> cells = new ArrayList<>();
        List<Waiting> allAcknowledged = new ArrayList<>();
        List<Waiting> allDecided = new ArrayList<>();
        int unattended = 0;
        for (Place place : play.plan().places()) {
            CellCode cell = place.code();
            List<Delivered> injects = play.delivered().stream()
                    .filter(inject -> inject.to().stream().map(Addressee::cell).anyMatch(cell::equals))
                    .filter(inject -> inject.time().compareTo(until) <= 0)
                    .toList();
            if (attended.contains(cell)) {
                List<Waiting> acks = waiting(injects, cell, acknowledged);
                List<Waiting> decisions = waiting(injects, cell, decided);
                cells.add(new Tempo.OfCell(cell, KaplanMeier.of(acks), KaplanMeier.of(decisions)));
                allAcknowledged.addAll(acks);
                allDecided.addAll(decisions);
            } else {
                unattended += injects.size();
            }
        }
        return new Tempo(
                until,
                ended,
                cells,
                new Tempo.OfCell(null, KaplanMeier.of(allAcknowledged), KaplanMeier.of(allDecided)),
                unattended);
    }

    /** Until when an inject asked for an answer: a recalled one asks for none. */
    private ExerciseTime asked(Delivered inject) {
        return inject.recalled()
                .map(mark -> play.clock().elapsedAt(mark.at()))
                .filter(recalled -> recalled.compareTo(until) < 0)
                .orElse(until);
    }

    private List<Waiting> waiting(List<Delivered> injects, CellCode cell, Map<Reply, ExerciseTime> replies) {
        return injects.stream()
                .map(inject -> {
                    ExerciseTime reply = replies.get(new Reply(inject.seq(), cell));
                    ExerciseTime to = reply == null ? asked(inject) : reply;
                    return new Waiting(play.clock().played(inject.time(), to).micros() / SECOND, reply != null);
                })
                .toList();
    }
}
