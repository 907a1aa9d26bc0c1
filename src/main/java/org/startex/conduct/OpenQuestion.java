package org.startex.conduct;

import java.time.Instant;
import java.util.List;
import org.startex.kernel.CellCode;

/**
 * A question that the tables have.
 *
 * @param cells whom it was put to
 * @param at when
 */
public record OpenQuestion(QuestionNumber question, List<CellCode> cells, String text, Instant at) {
    public OpenQuestion {
        cells = List.copyOf(cells);
    }
}
