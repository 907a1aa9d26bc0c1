package org.startex.kernel;

import java.util.List;

/**
 * Who may write to whom in an exercise. Control and each cell always may.
 *
 * @param betweenCells whether every cell may write to every other
 * @param pairs where not: the cells that may write to each other, both ways
 * @param outsideBodies names of bodies that control plays and that a cell may ask; it may ask others too
 */
public record MessageRules(boolean betweenCells, List<Pair> pairs, List<String> outsideBodies) {
    /** What holds where a scenario says nothing: all cells may write to each other. */
    public static final MessageRules USUAL = new MessageRules(true, List.of(), List.of());

    public MessageRules {
        pairs = List.copyOf(pairs);
        outsideBodies = List.copyOf(outsideBodies);
    }

    /** Two cells. */
    public record Pair(CellCode one, CellCode other) {
        /** Whether it is these two, in whichever order. */
        public boolean joins(CellCode a, CellCode b) {
            return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
        }
    }

    /** Whether these two cells may write to each other. Nobody writes to their own. */
    public boolean allow(CellCode from, CellCode to) {
        return !from.equals(to) && (betweenCells || pairs.stream().anyMatch(pair -> pair.joins(from, to)));
    }
}
