package org.startex.conduct;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.people.Caller;

/** What players' pages tell of injects: received by the page, seen on the screen. Receipts are not entries of the record. */
@Service
public class ReceiptService {
    private final ExerciseDesk desk;
    private final ConductRepository repository;
    private final ReceiptWriter writer;
    private final InstantSource time;

    ReceiptService(ExerciseDesk desk, ConductRepository repository, ReceiptWriter writer, InstantSource time) {
        this.desk = desk;
        this.repository = repository;
        this.writer = writer;
        this.time = time;
    }

    /** The page has these entries. For players; what is neither an inject of theirs nor a call to everybody is passed over. */
    public void received(Caller caller, ExerciseId exercise, Collection<Long> seqs) {
        note(caller, exercise, seqs, false);
    }

    /** A person had these entries on the screen. For players; what is neither an inject of theirs nor a call to everybody is passed over. */
    public void seen(Caller caller, ExerciseId exercise, Collection<Long> seqs) {
        note(caller, exercise, seqs, true);
    }

    /** Everybody's receipts by the sequence of the inject. For its staff and the program. */
    public Map<Long, Map<ParticipantId, InjectReceipt>> receipts(Caller caller, ExerciseId exercise) {
        if (!(caller instanceof Caller.Program)) {
            desk.require(caller, exercise, "see receipts", ExerciseRole::seesAll);
        }
        return repository.receipts(exercise);
    }

    /** The stop screen of no duff, or of its drill, is in front of the caller. For anybody who is present; without a stop nothing is noted. */
    public void stopShown(Caller caller, ExerciseId exercise) {
        Standing by = desk.require(caller, exercise, "tell that no duff is shown", role -> true);
        if (desk.exercise(exercise) instanceof Exercise.Stopped stopped) {
            writer.write(
                    exercise,
                    by.participant(),
                    List.of(stopped.noDuff().seq()),
                    time.instant().truncatedTo(ChronoUnit.MICROS),
                    true);
        }
    }

    /** Everybody's receipts of one entry. For its staff and the program. */
    public Map<ParticipantId, InjectReceipt> receiptsOf(Caller caller, ExerciseId exercise, long seq) {
        if (!(caller instanceof Caller.Program)) {
            desk.require(caller, exercise, "see receipts", ExerciseRole::seesAll);
        }
        return repository.receiptsOf(exercise, seq);
    }

    private void note(Caller caller, ExerciseId exercise, Collection<Long> seqs, boolean seen) {
        Standing by = desk.require(caller, exercise, "send a receipt", role -> role == ExerciseRole.PLAYER);
        Exercise state = desk.exercise(exercise);
        Play play = state.content().orElseThrow();
        List<Long> mine = seqs.stream()
                .distinct()
                .filter(seq -> isCall(state, seq)
                        || play.delivered(seq)
                                .filter(d -> play.mayRead(by.participant(), d.audience()))
                                .isPresent())
                .toList();
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        writer.write(exercise, by.participant(), mine, now, seen);
    }

    /** Whether the entry calls everybody: a stop that stands, or the latest comms check. */
    private static boolean isCall(Exercise state, long seq) {
        return (state instanceof Exercise.Stopped stopped && stopped.noDuff().seq() == seq)
                || state.content()
                        .flatMap(Play::commsCheck)
                        .filter(check -> check.seq() == seq)
                        .isPresent();
    }
}
