package org.startex.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/**
 * How far every delivered inject has come in every cell. Pure: computed from the exercise and the receipts.
 *
 * @param rows the latest inject first
 */
public record ReceiptMatrix(List<Row> rows) {
    public ReceiptMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * One inject.
     *
     * @param cells how it stands in the cells that have it
     */
    public record Row(Delivered inject, Map<CellCode, Count> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** How it stands in a cell; empty where it is not for anybody there. */
        public Optional<Count> cell(CellCode code) {
            return Optional.ofNullable(cells.get(code));
        }

        /** Whether an answer is overdue in some cell. */
        public boolean late() {
            return cells.values().stream().anyMatch(Count::late);
        }
    }

    /**
     * How many of a cell's players have got how far with an inject.
     *
     * @param people whom it is for
     * @param overdue whether the plan expected an answer by now
     */
    public record Count(int people, int received, int seen, int acknowledged, int answered, boolean overdue) {
        /** Whether it stands out: an answer is overdue, and not all have acknowledged. */
        public boolean late() {
            return overdue && acknowledged < people;
        }
    }

    /** The matrix of an exercise at a moment. */
    public static ReceiptMatrix of(Play play, Map<Long, Map<ParticipantId, InjectReceipt>> receipts, Instant now) {
        ExerciseTime elapsed = play.clock().elapsedAt(now);
        List<Row> rows = new ArrayList<>();
        play.delivered()
                .reversed()
                .forEach(inject -> rows.add(row(play, inject, receipts.getOrDefault(inject.seq(), Map.of()), elapsed)));
        return new ReceiptMatrix(rows);
    }

    /** The injects of which an answer is overdue somewhere. */
    public ReceiptMatrix late() {
        return new ReceiptMatrix(rows.stream().filter(Row::late).toList());
    }

    private static Row row(
            Play play, Delivered inject, Map<ParticipantId, InjectReceipt> receipts, ExerciseTime elapsed) {
        boolean overdue = ControlBoard.lateSince(play, inject, elapsed) != null;
        Map<CellCode, List<Member>> byCell = new HashMap<>();
        for (Member member : play.recipients(inject)) {
            CellCode cell = member.cell();
            if (cell != null) {
                byCell.computeIfAbsent(cell, code -> new ArrayList<>()).add(member);
            }
        }
        Map<CellCode, Count> cells = new HashMap<>();
        byCell.forEach((cell, members) -> cells.put(cell, count(inject, members, receipts, overdue)));
        return new Row(inject, cells);
    }

    private static Count count(
            Delivered inject, List<Member> members, Map<ParticipantId, InjectReceipt> receipts, boolean overdue) {
        int received = 0;
        int seen = 0;
        int acknowledged = 0;
        int answered = 0;
        Map<ParticipantId, Instant> answers = inject.answered();
        for (Member member : members) {
            ParticipantId who = member.participant();
            InjectReceipt receipt = receipts.get(who);
            boolean took = inject.acknowledged().containsKey(who);
            boolean replied = answers.containsKey(who);
            boolean looked =
                    took || replied || (receipt != null && receipt.seenAt().isPresent());
            received += looked || receipt != null ? 1 : 0;
            seen += looked ? 1 : 0;
            acknowledged += took ? 1 : 0;
            answered += replied ? 1 : 0;
        }
        return new Count(members.size(), received, seen, acknowledged, answered, overdue);
    }
}
