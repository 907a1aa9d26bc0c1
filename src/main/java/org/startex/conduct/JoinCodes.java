package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.people.ReadableCode;

/** The codes by which players find an exercise. */
@Component
class JoinCodes {
    private static final int LENGTH = 6;
    /** A code lives until a day after the planned day, and a day from when it was made at the least. */
    private static final Duration LIFE = Duration.ofDays(1);

    private final ConductRepository repository;
    private final InstantSource time;

    JoinCodes(ConductRepository repository, InstantSource time) {
        this.repository = repository;
        this.time = time;
    }

    void open(ExerciseId exercise, List<CellCode> cells, Instant plannedFor) {
        cells.forEach(cell -> make(exercise, cell, plannedFor));
        make(exercise, null, plannedFor);
    }

    JoinCode make(ExerciseId exercise, @Nullable CellCode cell, Instant plannedFor) {
        Instant now = time.instant();
        Instant from = plannedFor.isAfter(now) ? plannedFor : now;
        JoinCode code;
        do {
            code = new JoinCode(ReadableCode.random(LENGTH), cell, from.plus(LIFE));
        } while (!repository.insertCode(exercise, code, now));
        return code;
    }

    List<JoinCode> open(ExerciseId exercise) {
        return repository.openCodes(exercise);
    }

    /** Until when a personal link is good that was made at a moment: as a code would be. */
    static Instant linkExpires(Instant made, Instant plannedFor) {
        return (plannedFor.isAfter(made) ? plannedFor : made).plus(LIFE);
    }

    /** An open code that goes with a rejoin code: the cell's, else any; empty if none is open. */
    String toComeBack(ExerciseId exercise, CellCode cell) {
        List<JoinCode> open = open(exercise);
        return open.stream()
                .filter(code -> cell.equals(code.cell()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(JoinCode::code)
                .orElse("");
    }

    void close(ExerciseId exercise, String code) {
        repository.closeCode(exercise, ReadableCode.plain(code), time.instant());
    }

    Optional<ConductRepository.Door> door(String typed) {
        String code = ReadableCode.plain(typed);
        return code.length() == LENGTH && Words.isClean(code) ? repository.door(code) : Optional.empty();
    }
}
