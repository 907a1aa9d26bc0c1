package org.startex.scenario;

import java.util.List;
import org.startex.kernel.CellCode;

/**
 * Something that the tables discuss in a move.
 *
 * @param text Markdown
 * @param cells whom it is for; empty for every cell
 */
public record Question(String text, List<CellCode> cells) {
    public Question {
        cells = List.copyOf(cells);
    }
}
