package org.startex.debrief;

import java.time.Instant;
import org.startex.conduct.Grace;
import org.startex.conduct.NoDuff;
import org.startex.conduct.PlanBuilder;
import org.startex.conduct.Play;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/** The least that an exercise is made of. */
final class Debriefed {
    private Debriefed() {}

    static Play play() {
        return Play.begin(ExerciseId.random(), PlanBuilder.aPlan().plan(), Grace.USUAL);
    }

    static NoDuff noDuff() {
        return new NoDuff(3, ParticipantId.random(), "Adult collapsed", Instant.EPOCH, false);
    }
}
