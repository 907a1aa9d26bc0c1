package org.startex.conduct;

import org.startex.kernel.CellCode;
import org.startex.ledger.Fact;

/** A table's answer to a question, as a module above records it. Conduct keeps the last version, since only the writer knows which that is. */
public interface TableAnswer extends Fact {
    /** The question that it answers. */
    QuestionNumber question();

    /** The table. */
    CellCode cell();

    /** From 1 for each table and question, without gaps; each stands in place of the one before. */
    int version();

    /** Whether it was written when the discussion was over. */
    boolean late();

    /** What the table says. */
    String said();
}
