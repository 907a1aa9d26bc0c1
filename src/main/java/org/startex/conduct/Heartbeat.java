package org.startex.conduct;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;

/** When the program was last known to be alive and able to record, for each exercise whose time runs. */
@Component
class Heartbeat {
    private final ConductRepository repository;
    private final Map<ExerciseId, Instant> alive = new ConcurrentHashMap<>();

    Heartbeat(ConductRepository repository) {
        this.repository = repository;
    }

    /** From memory, else from the table; the beginning of time if neither knows. */
    Instant lastAlive(ExerciseId exercise) {
        return alive.computeIfAbsent(exercise, id -> repository.aliveAt(id).orElse(Instant.EPOCH));
    }

    /** Only after this has been written is it believed. */
    void beat(Collection<ExerciseId> exercises, Instant now) {
        if (exercises.isEmpty()) {
            return;
        }
        repository.alive(exercises, now);
        exercises.forEach(id -> alive.put(id, now));
    }
}
