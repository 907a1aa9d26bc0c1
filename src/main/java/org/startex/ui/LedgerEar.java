package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerAdvanced;

/**
 * Tells screens that the record of their exercise has grown: at most twice a second each, however fast it grows, and once more at the end. Every
 * two seconds it tells them anyway, for what is not in the record: who is connected, and what pages have received.
 */
@Component
public class LedgerEar {
    private static final long HALF_SECOND = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PULSE_SECONDS = 2;

    private final Map<ExerciseId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Set<Listener> ofAny = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ledger-ear").factory());

    LedgerEar() {
        var unused = timer.scheduleWithFixedDelay(this::pulse, PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs the command in the page's own turn whenever the exercise may look different; until the registration is removed. */
    public Registration listen(ExerciseId exercise, UI ui, Command refresh) {
        Listener listener = new Listener(ui, refresh);
        listeners.computeIfAbsent(exercise, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(exercise, (id, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }

    /** Runs the command in the page's own turn whenever the record of any exercise has grown; until the registration is removed. */
    public Registration listenToAll(UI ui, Command refresh) {
        Listener listener = new Listener(ui, refresh);
        ofAny.add(listener);
        return () -> ofAny.remove(listener);
    }

    @EventListener
    void advanced(LedgerAdvanced hint) {
        listeners.getOrDefault(hint.exercise(), Set.of()).forEach(this::signal);
        ofAny.forEach(this::signal);
    }

    /** What is in no record has changed, such as who of the staff looks at what: the screens of this exercise look again soon. */
    void stir(ExerciseId exercise) {
        listeners.getOrDefault(exercise, Set.of()).forEach(this::signal);
    }

    private void pulse() {
        listeners.values().forEach(set -> set.forEach(this::signal));
    }

    private void signal(Listener listener) {
        if (listener.armed().compareAndSet(false, true)) {
            long wait = Math.max(0, listener.last().get() + HALF_SECOND - System.nanoTime());
            try {
                var unused = timer.schedule(() -> tell(listener), wait, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopping) {
                listener.armed().set(false);
            }
        }
    }

    private static void tell(Listener listener) {
        listener.last().set(System.nanoTime());
        listener.armed().set(false);
        try {
            var unused = listener.ui().access(listener.refresh());
        } catch (UIDetachedException gone) {
            listener.armed().set(true);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private record Listener(UI ui, Command refresh, AtomicBoolean armed, AtomicLong last) {
        Listener(UI ui, Command refresh) {
            this(ui, refresh, new AtomicBoolean(), new AtomicLong(System.nanoTime() - HALF_SECOND));
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
