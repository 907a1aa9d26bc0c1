package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wrote something or pressed a button, as their page says.
 *
 * @param offline whether the page had no connection at some time between then and now
 */
public record WrittenAt(Instant at, boolean offline) {
    /** What comes this much after it was written has come late. */
    public static final Duration ENTERED_LATE = Duration.ofSeconds(10);

    /** With a connection all the while. */
    public static WrittenAt online(Instant at) {
        return new WrittenAt(at, false);
    }

    /** Whether it comes late because the network was down; a moment without it is nothing to tell. */
    public boolean enteredLate(Instant now) {
        return offline && !now.isBefore(at.plus(ENTERED_LATE));
    }

    /** The same as a {@linkplain SentFromPage fact} keeps it: true, or null where there is nothing to tell. */
    public @Nullable Boolean told(Instant now) {
        return enteredLate(now) ? Boolean.TRUE : null;
    }
}
