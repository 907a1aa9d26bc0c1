package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerAdvanced;

/**
 * Wakes each running exercise at the instant its next inject falls due, and once a second says that the program is alive. It holds no rules: a tick
 * too many changes nothing, and a tick too late is an outage that the rules find.
 */
@Component
public class Ticker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final ExerciseDesk desk;
    private final ConductRepository repository;
    private final Heartbeat heartbeat;
    private final InstantSource time;
    private final Map<ExerciseId, ScheduledFuture<?>> armed = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledThreadPoolExecutor timer;
    private volatile boolean deaf;

    Ticker(ExerciseDesk desk, ConductRepository repository, Heartbeat heartbeat, InstantSource time) {
        this.desk = desk;
        this.repository = repository;
        this.heartbeat = heartbeat;
        this.time = time;
    }

    /** Finds the exercises whose time was running, and what they missed. */
    @Override
    public void start() {
        ScheduledThreadPoolExecutor fresh = new ScheduledThreadPoolExecutor(
                2, Thread.ofPlatform().daemon().name("ticker-", 0).factory());
        fresh.setRemoveOnCancelPolicy(true);
        timer = fresh;
        repository.exercises().forEach(row -> wake(row.id()));
        var unused =
                fresh.scheduleWithFixedDelay(this::beatSafely, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledThreadPoolExecutor old = timer;
        timer = null;
        armed.clear();
        if (old != null) {
            old.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** Arms or disarms the timer as the exercise now stands. */
    @EventListener
    void on(LedgerAdvanced advanced) {
        wake(advanced.exercise());
    }

    /** One beat: a silence is looked into before it is covered up. Called once a second; tests call it by hand. */
    public void beat() {
        Instant now = time.instant();
        List<ExerciseId> well = new ArrayList<>();
        for (ExerciseId exercise : List.copyOf(armed.keySet())) {
            if (!(desk.exercise(exercise) instanceof Exercise.Running state)) {
                disarm(exercise);
                continue;
            }
            Instant alive = heartbeat.lastAlive(exercise);
            Instant known = alive.isAfter(state.play().lastRecorded())
                    ? alive
                    : state.play().lastRecorded();
            boolean due = Conduct.nextDue(state).filter(d -> !d.isAfter(now)).isPresent();
            if (due || Duration.between(known, now).compareTo(Conduct.OUTAGE_AFTER) > 0) {
                tick(exercise);
            } else {
                well.add(exercise);
            }
        }
        heartbeat.beat(well, now);
    }

    private void beatSafely() {
        try {
            beat();
            if (deaf) {
                deaf = false;
                LOG.info("the record can be reached again");
            }
        } catch (RuntimeException e) {
            if (!deaf) {
                deaf = true;
                LOG.warn(
                        "the record cannot be reached; exercise time of running exercises is watched on: {}",
                        e.toString());
            }
        } catch (Error fault) { // else the executor would never beat again
            LOG.error("a beat failed", fault);
        }
    }

    private void wake(ExerciseId exercise) {
        try {
            if (desk.exercise(exercise) instanceof Exercise.Running state) {
                arm(exercise, state);
            } else {
                disarm(exercise);
            }
        } catch (RuntimeException e) {
            LOG.error("exercise {} cannot be read: {}", exercise, e.toString());
        }
    }

    private void arm(ExerciseId exercise, Exercise.Running state) {
        ScheduledThreadPoolExecutor at = timer;
        if (at == null) {
            return;
        }
        long micros = Conduct.nextDue(state)
                .map(due -> Duration.between(time.instant(), due).toNanos() / 1000)
                .orElse(TimeUnit.DAYS.toMicros(1));
        ScheduledFuture<?> next = at.schedule(() -> tick(exercise), Math.max(0, micros), TimeUnit.MICROSECONDS);
        ScheduledFuture<?> before = armed.put(exercise, next);
        if (before != null) {
            before.cancel(false);
        }
    }

    private void disarm(ExerciseId exercise) {
        ScheduledFuture<?> before = armed.remove(exercise);
        if (before != null) {
            before.cancel(false);
        }
    }

    private void tick(ExerciseId exercise) {
        var unused = desk.submit(exercise, new ExerciseCommand.Tick(), null).handle((answer, failure) -> answer);
    }
}
