package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.kernel.InjectNumber;

/**
 * Somebody took an inject in.
 *
 * @param inject sequence of the entry that delivered it
 * @param offline whether it was entered late because the page had no connection; null where there is nothing to tell
 */
public record InjectAcknowledged(
        long inject, InjectNumber number, @Nullable Boolean offline) implements SentFromPage {
    /** One that was entered when it was given. */
    public InjectAcknowledged(long inject, InjectNumber number) {
        this(inject, number, null);
    }
}
