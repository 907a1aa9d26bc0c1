package org.startex.debrief;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.startex.conduct.Beside;
import org.startex.conduct.ClockHistory;
import org.startex.conduct.Grace;
import org.startex.conduct.NoDuff;
import org.startex.conduct.Plan;
import org.startex.conduct.Play;
import org.startex.conduct.Schedule;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.ParticipantId;

/** The least that an exercise is made of. */
final class Debriefed {
    private Debriefed() {}

    static Play play() {
        Plan plan = new Plan(
                "test",
                "d1",
                "Test exercise",
                "Flood",
                "LIVE",
                "To test.",
                "OFFICIAL",
                "BLUE HERON",
                LocalDateTime.of(2026, 5, 14, 9, 0),
                ZoneId.of("Europe/London"),
                ExerciseTime.minutes(180),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                null);
        return new Play(
                ExerciseId.random(),
                plan,
                Grace.USUAL,
                2,
                Instant.EPOCH,
                ClockHistory.NOT_STARTED,
                Map.of(),
                new TreeMap<>(),
                0,
                0,
                Beside.NOTHING,
                Schedule.asPlanned(plan),
                null);
    }

    static NoDuff noDuff() {
        return new NoDuff(3, ParticipantId.random(), "Adult collapsed", Instant.EPOCH, false);
    }
}
