package org.startex.conduct;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.Ledger;
import org.startex.mail.Passage;
import org.startex.mail.PostGate;

/** Nothing simulated leaves from no duff until play is resumed, so that controllers can keep mail back once it is cleared; nor after ENDEX. */
@Component
class NoDuffPostGate implements PostGate {
    private final Ledger<Exercise> ledger;

    NoDuffPostGate(Ledger<Exercise> ledger) {
        this.ledger = ledger;
    }

    @Override
    public Passage passage(UUID about) {
        return passage(ledger.state(new ExerciseId(about)));
    }

    static Passage passage(Exercise exercise) {
        return switch (exercise) {
            case Exercise.Unplanned s -> Passage.CLOSED;
            case Exercise.Planned s -> Passage.OPEN;
            case Exercise.Running s -> Passage.OPEN;
            case Exercise.Paused s -> s.cause() == PauseCause.NO_DUFF ? Passage.HELD : Passage.OPEN;
            case Exercise.Stopped s -> s.before() == Exercise.Before.CLOSING ? Passage.CLOSED : Passage.HELD;
            case Exercise.Closing s -> Passage.CLOSED;
            case Exercise.Sealed s -> Passage.CLOSED;
        };
    }
}
