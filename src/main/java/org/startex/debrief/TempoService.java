package org.startex.debrief;

import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.startex.conduct.ConductService;
import org.startex.conduct.RecordService;
import org.startex.kernel.ExerciseId;
import org.startex.people.Caller;

/** How soon cells acknowledged and answered. */
@Service
public class TempoService {
    private final ConductService conduct;
    private final RecordService records;
    private final InstantSource time;

    TempoService(ConductService conduct, RecordService records, InstantSource time) {
        this.conduct = conduct;
        this.records = records;
        this.time = time;
    }

    /**
     * The tempo of an exercise so far, or up to ENDEX. For its staff and the program.
     *
     * @throws IllegalArgumentException if there is no such exercise
     */
    public Tempo tempo(Caller caller, ExerciseId exercise) {
        return conduct.exercise(caller, exercise)
                .content()
                .map(play -> Tempos.of(play, records.read(caller, exercise, 0, Integer.MAX_VALUE), time.instant()))
                .orElseThrow(() -> new IllegalArgumentException("no such exercise"));
    }
}
