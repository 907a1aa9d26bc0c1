package org.startex.feed;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.startex.ledger.Fault;

/**
 * Says in the log that requests of players' pages failed. When many fail at once for one reason, as when a whole hall joins, there is one line when it
 * begins and one that counts the others half a minute later.
 */
@Component
final class FailedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);
    private static final long SECONDS_OF_A_STORM = 30;

    private final Map<String, Integer> storms = new ConcurrentHashMap<>();
    private final Executor afterwards;

    FailedRequests() {
        this(CompletableFuture.delayedExecutor(SECONDS_OF_A_STORM, TimeUnit.SECONDS));
    }

    /** @param afterwards runs what it is given when a storm has passed */
    FailedRequests(Executor afterwards) {
        this.afterwards = afterwards;
    }

    /** A request failed: what a person must look into is told with its trace. */
    void tell(RuntimeException failure) {
        if (begins(failure)) {
            LOG.error("a request of a player's page failed", failure);
        }
    }

    /** The same for requests whose content must never be in the log: neither trace nor message, but of a database that is away its own words. */
    void tellWithoutContent(RuntimeException failure) {
        if (begins(failure)) {
            LOG.error(
                    "a request of a player's page failed: {}",
                    failure.getClass().getSimpleName());
        }
    }

    /** Whether this is the first of its kind and not told yet; that the database gives no connection is told here. */
    private boolean begins(RuntimeException failure) {
        boolean away = Fault.isAway(failure);
        String reason = away ? "" : failure.getClass().getName() + where(failure);
        boolean first = storms.merge(reason, 1, Integer::sum) == 1;
        if (first) {
            if (away) {
                LOG.warn("a player's page got no connection to the database and was told to wait: {}", last(failure));
            }
            afterwards.execute(() -> over(reason));
        }
        return first && !away;
    }

    private static String where(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " " + trace[0];
    }

    private static @Nullable String last(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private void over(String reason) {
        Integer all = storms.remove(reason);
        if (all != null && all > 1) {
            LOG.warn(
                    "{} more requests of players' pages failed within {} s for the same reason",
                    all - 1,
                    SECONDS_OF_A_STORM);
        }
    }
}
