package org.startex.conduct;

import java.util.List;
import org.startex.kernel.CellCode;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * A question was put to the tables.
 *
 * @param cells whom it was put to: each answers once, together
 * @param text Markdown, as put
 */
public record QuestionOpened(
        QuestionNumber question,
        List<CellCode> cells,
        @Prose String text) implements Fact {
    public QuestionOpened {
        cells = List.copyOf(cells);
    }
}
