package org.startex.conduct;

import java.util.List;
import org.startex.kernel.CellCode;

/**
 * A question of a move.
 *
 * @param text Markdown
 * @param cells whom it is for; empty for every cell
 */
public record PlannedQuestion(String text, List<CellCode> cells) {
    public PlannedQuestion {
        cells = List.copyOf(cells);
    }
}
