package org.startex.debrief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseTime;
import org.startex.measures.SurvivalCurve;

/**
 * How soon cells acknowledged and answered what reached them, in seconds of exercise time: pauses and no duff do not count. Each inject counts once for
 * each cell that it was for. What was not acknowledged or answered by {@code until} is open, and is never left out.
 *
 * @param until exercise time at ENDEX, or now while play goes on
 * @param ended whether ENDEX was
 * @param cells in the plan's order; cells in which nobody ever sat are left out
 * @param overall all of them together
 * @param unattended injects that went to cells in which nobody ever sat, counted once for each
 */
public record Tempo(ExerciseTime until, boolean ended, List<OfCell> cells, OfCell overall, int unattended) {
    /**
     * From how many injects on anything is claimed of a median. With n of them, the smallest and the largest hold the median with probability 1 - 2/2^n: with
     * fewer than six no interval at 95 per cent exists at all.
     */
    public static final int LEAST = 6;

    public Tempo {
        cells = List.copyOf(cells);
    }

    /**
     * One cell, or all.
     *
     * @param cell null for all
     * @param acknowledged from delivery to the cell's first acknowledgement
     * @param decided from delivery to the cell's first decision in reply
     */
    public record OfCell(@Nullable CellCode cell, SurvivalCurve acknowledged, SurvivalCurve decided) {
        /** Whether there is enough to claim a median from. */
        public boolean claims() {
            return acknowledged.n() >= LEAST;
        }
    }
}
