package org.startex.conduct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;

/**
 * What has come of an inject that left, as conditions ask for it: in exercise time as the record learnt of it, so that nothing that arrives late undoes what
 * has fallen due since.
 *
 * @param delivered when it left; for one that fell due by itself when it was due, however late the timer looked
 * @param acknowledged when the first person of each cell acknowledged it
 * @param decisions what was decided in reply
 */
record Response(
        ExerciseTime delivered, boolean recalled, Map<CellCode, ExerciseTime> acknowledged, List<Decided> decisions) {
    /**
     * A decision in reply.
     *
     * @param number in the log
     * @param cell in which it was made
     * @param when since when it counts
     * @param acts whether it raises an action
     * @param disputed whether its maker says that they did not decide so: then it counts for nothing
     */
    record Decided(int number, CellCode cell, ExerciseTime when, boolean acts, boolean disputed) {
        boolean isIn(@Nullable CellCode one) {
            return !disputed && (one == null || one.equals(cell));
        }

        /** One that is confirmed after all counts from then on: nothing may fall due in the past. */
        Decided said(boolean no, ExerciseTime now) {
            return no == disputed ? this : new Decided(number, cell, no ? when : now, acts, no);
        }
    }

    Response {
        acknowledged = Map.copyOf(acknowledged);
        decisions = List.copyOf(decisions);
    }

    static Response deliveredAt(ExerciseTime when) {
        return new Response(when, false, Map.of(), List.of());
    }

    Response recall() {
        return new Response(delivered, true, acknowledged, decisions);
    }

    Response acknowledgedBy(CellCode cell, ExerciseTime when) {
        return new Response(delivered, recalled, plus(acknowledged, cell, when), decisions);
    }

    Response decided(Decided decision) {
        return new Response(
                delivered,
                recalled,
                acknowledged,
                Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }

    /** After the maker of a decision has said whether it is theirs. */
    Response said(int decision, boolean disputed, ExerciseTime now) {
        return new Response(
                delivered,
                recalled,
                acknowledged,
                decisions.stream()
                        .map(one -> one.number() == decision ? one.said(disputed, now) : one)
                        .toList());
    }

    /** When a cell first acknowledged it, or whichever cell where none is named. */
    Optional<ExerciseTime> firstAcknowledged(@Nullable CellCode cell) {
        return cell == null
                ? acknowledged.values().stream().min(ExerciseTime::compareTo)
                : Optional.ofNullable(acknowledged.get(cell));
    }

    /** Since when a decision of a cell answers it, or of whichever cell where none is named. */
    Optional<ExerciseTime> firstDecided(@Nullable CellCode cell) {
        return decisions.stream()
                .filter(decision -> decision.isIn(cell))
                .map(Decided::when)
                .min(ExerciseTime::compareTo);
    }

    /** Since when a decision that raises an action answers it. */
    Optional<ExerciseTime> firstActed(@Nullable CellCode cell) {
        return decisions.stream()
                .filter(decision -> decision.acts() && decision.isIn(cell))
                .map(Decided::when)
                .min(ExerciseTime::compareTo);
    }

    private static Map<CellCode, ExerciseTime> plus(Map<CellCode, ExerciseTime> by, CellCode cell, ExerciseTime when) {
        if (by.containsKey(cell)) {
            return by;
        }
        Map<CellCode, ExerciseTime> more = new HashMap<>(by);
        more.put(cell, when);
        return more;
    }
}
