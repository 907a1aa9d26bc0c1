package org.startex.runtime;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.startex.kernel.Texts;

/** Starts our own PostgreSQL again when it has died: nobody else would. Lives as long as the program serves. */
final class PostgresWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final long GLANCE_MILLIS = 500;

    private final EmbeddedPostgres server;
    private final Texts texts = Texts.of("runtime");
    private final ScheduledExecutorService glances = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private volatile boolean running;
    private boolean toldOfFailure;

    PostgresWatch(EmbeddedPostgres server) {
        this.server = server;
    }

    @Override
    public void start() {
        running = true;
        var unused = glances.scheduleWithFixedDelay(this::glance, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        glances.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void glance() {
        if (server.process().isPresent()) {
            return;
        }
        try {
            if (!toldOfFailure) {
                LOG.warn(texts.get("postgres.died"));
            }
            server.revive();
            LOG.warn(texts.get("postgres.revived"));
            toldOfFailure = false;
        } catch (EmbeddedPostgresProblem problem) {
            // Tried again at the next glance: a full disk may have been emptied meanwhile.
            if (!toldOfFailure) {
                LOG.error(StartProblems.words(problem));
                toldOfFailure = true;
            }
        } catch (RuntimeException interruptedByTheEnd) {
            LOG.debug("not revived", interruptedByTheEnd);
        }
    }
}
