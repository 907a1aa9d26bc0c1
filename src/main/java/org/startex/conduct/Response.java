package org.startex.conduct;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;

/**
 * What has come of an inject that left, as conditions ask for it: in exercise time as the record learnt of it, so that nothing that arrives late undoes what
 * has fallen due since.
 *
 * @param delivered when it left; for one that fell due by itself when it was due, however late the timer looked
 * @param acknowledged when the first person of each cell acknowledged it
 * @param decided when each cell first logged a decision in reply
 * @param acted when each cell first logged an action in reply
 */
record Response(
        ExerciseTime delivered,
        boolean recalled,
        Map<CellCode, ExerciseTime> acknowledged,
        Map<CellCode, ExerciseTime> decided,
        Map<CellCode, ExerciseTime> acted) {
    Response {
        acknowledged = Map.copyOf(acknowledged);
        decided = Map.copyOf(decided);
        acted = Map.copyOf(acted);
    }

    static Response deliveredAt(ExerciseTime when) {
        return new Response(when, false, Map.of(), Map.of(), Map.of());
    }

    Response recall() {
        return new Response(delivered, true, acknowledged, decided, acted);
    }

    Response acknowledgedBy(CellCode cell, ExerciseTime when) {
        return new Response(delivered, recalled, plus(acknowledged, cell, when), decided, acted);
    }

    Response decidedBy(CellCode cell, ExerciseTime when, boolean withAction) {
        return new Response(
                delivered,
                recalled,
                acknowledged,
                plus(decided, cell, when),
                withAction ? plus(acted, cell, when) : acted);
    }

    /** When a cell first did so, or whichever cell where none is named. */
    static Optional<ExerciseTime> first(Map<CellCode, ExerciseTime> by, @Nullable CellCode cell) {
        return cell == null ? by.values().stream().min(ExerciseTime::compareTo) : Optional.ofNullable(by.get(cell));
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
