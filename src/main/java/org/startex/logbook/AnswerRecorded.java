package org.startex.logbook;

import org.jspecify.annotations.Nullable;
import org.startex.conduct.QuestionNumber;
import org.startex.conduct.SentFromPage;
import org.startex.conduct.TableAnswer;
import org.startex.kernel.CellCode;
import org.startex.ledger.Prose;

/**
 * What a table answers to a question, as one of it wrote it down for all. Stands in place of the version before.
 *
 * @param version from 1
 * @param late whether it was written when the discussion was over
 * @param offline whether it was entered late because the writer's page had no connection; null where there is nothing to tell
 */
public record AnswerRecorded(
        QuestionNumber question,
        CellCode cell,
        int version,
        boolean late,
        @Nullable Boolean offline,
        @Prose String said)
        implements TableAnswer, SentFromPage {}
