package org.startex.conduct;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.ledger.Ledger;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.SealedHead;
import org.startex.ledger.Verdict;
import org.startex.people.Caller;

/** The record of an exercise for those who may read all of it. */
@Service
public class RecordService {
    private final Ledger<Exercise> ledger;
    private final ExerciseDesk desk;

    RecordService(Ledger<Exercise> ledger, ExerciseDesk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    /** Entries after a sequence, in order. For its staff and the program. */
    public List<LedgerEntry> read(Caller caller, ExerciseId exercise, long after, int limit) {
        staff(caller, exercise, "read a record");
        return ledger.read(exercise, after, limit);
    }

    /** Sequence of the last entry. For its staff and the program. */
    public long head(Caller caller, ExerciseId exercise) {
        staff(caller, exercise, "read a record");
        return ledger.head(exercise);
    }

    /** The hashes of some entries by their sequences; those that do not exist are left out. For its staff and the program. */
    public SortedMap<Long, String> hashes(Caller caller, ExerciseId exercise, Collection<Long> seqs) {
        staff(caller, exercise, "read a record");
        SortedMap<Long, String> hashes = new TreeMap<>();
        for (long seq : seqs) {
            ledger.read(exercise, seq - 1, 1).stream()
                    .filter(entry -> entry.seq() == seq)
                    .forEach(entry -> hashes.put(seq, entry.hash()));
        }
        return hashes;
    }

    /** Writes the record as lines of JSON, for keeping and for checking elsewhere. For its staff. */
    public void export(Caller caller, ExerciseId exercise, Writer out) throws IOException {
        staff(caller, exercise, "export a record");
        ledger.export(exercise, out);
    }

    /** Checks the stored record from the first entry to the seal. For its staff. */
    public Verdict verify(Caller caller, ExerciseId exercise) {
        staff(caller, exercise, "verify a record");
        return ledger.verify(exercise);
    }

    /** The seal, once there is one. For its staff. */
    public Optional<SealedHead> seal(Caller caller, ExerciseId exercise) {
        staff(caller, exercise, "see a seal");
        return ledger.seal(exercise);
    }

    private void staff(Caller caller, ExerciseId exercise, String act) {
        if (!(caller instanceof Caller.Program)) {
            desk.require(caller, exercise, act, ExerciseRole::seesAll);
        }
    }
}
