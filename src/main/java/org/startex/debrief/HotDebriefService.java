package org.startex.debrief;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.ExerciseDesk;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;

/**
 * The hot debrief of an exercise. It opens by itself at ENDEX and is closed by the director. Everybody who took part answers three questions once, and may change the answer while it is
 * open. An answer without a name cannot be tied to a person: not on a screen, not in the database, not by when it came.
 */
@Service
public class HotDebriefService {
    /** Until the director sets something else, each participant chooses. */
    private static final HotDebriefRepository.Setting AT_FIRST = new HotDebriefRepository.Setting(Naming.CHOICE, null);

    private final ExerciseDesk desk;
    private final HotDebriefRepository repository;
    private final TransactionOperations transaction;
    private final InstantSource time;

    HotDebriefService(
            ExerciseDesk desk, HotDebriefRepository repository, TransactionOperations transaction, InstantSource time) {
        this.desk = desk;
        this.repository = repository;
        this.transaction = transaction;
        this.time = time;
    }

    /** Says whether answers carry names. For its director. Refused after ENDEX: whoever has read how it is must be able to rely on it. */
    public HotDebriefResult setNaming(Caller caller, ExerciseId exercise, Naming naming) {
        PersonId by = control(caller, exercise, "set a hot debrief");
        return act(exercise, () -> {
            if (state(exercise) != HotDebrief.State.BEFORE) {
                return refused(Reason.of("hot-debrief-naming-fixed"));
            }
            repository.set(exercise, "NAMING", new HotDebriefRepository.Setting(naming, null), by, now());
            return new HotDebriefResult.Done();
        });
    }

    /** Closes it for good: no more answers, and those without a name can be read. For its director. Refused before ENDEX. */
    public HotDebriefResult close(Caller caller, ExerciseId exercise) {
        PersonId by = control(caller, exercise, "close a hot debrief");
        return act(exercise, () -> switch (state(exercise)) {
            case BEFORE -> refused(Reason.of("hot-debrief-before-endex"));
            case CLOSED -> refused(Reason.of("hot-debrief-closed"));
            case OPEN -> {
                Naming naming = setting(exercise).naming();
                repository.set(exercise, "CLOSED", new HotDebriefRepository.Setting(naming, now()), by, now());
                yield new HotDebriefResult.Done();
            }
        });
    }

    /** How it stands for the caller. For everybody who takes part, players and staff. */
    public HotDebrief hotDebrief(Caller caller, ExerciseId exercise) {
        ParticipantId me = desk.require(caller, exercise, "see a hot debrief", role -> true)
                .participant();
        return new HotDebrief(
                state(exercise),
                setting(exercise).naming(),
                repository.given(exercise).contains(me),
                repository.answers(exercise).stream()
                        .filter(kept -> kept.isOf(me))
                        .findFirst()
                        .map(kept -> new HotAnswer(true, "", kept.wentWell(), kept.didNot(), kept.differently())));
    }

    /**
     * Answers, or changes an answer. For everybody who takes part, players and staff. Refused when it is not open, when the name fits not what the director has set, when all three are
     * empty, and when somebody who has answered without a name comes without the slip of that answer.
     */
    public HotDebriefResult answer(Caller caller, ExerciseId exercise, HotAnswer answer) {
        ParticipantId by = desk.require(caller, exercise, "answer a hot debrief", role -> true)
                .participant();
        return act(exercise, () -> {
            Optional<Reason> bad =
                    HotDebriefs.check(state(exercise), setting(exercise).naming(), answer);
            if (bad.isPresent()) {
                return new HotDebriefResult.Refused(bad.get());
            }
            Set<ParticipantId> given = new HashSet<>(repository.given(exercise));
            return switch (HotDebriefs.take(repository.answers(exercise), given.contains(by), exercise, by, answer)) {
                case HotDebriefs.Taking.Refused refused -> new HotDebriefResult.Refused(refused.reason());
                case HotDebriefs.Taking.Taken taken -> {
                    given.add(by);
                    repository.rewrite(exercise, given, taken.answers());
                    yield new HotDebriefResult.Done();
                }
            };
        });
    }

    /**
     * What was answered. Answers without a name come only when it is closed, so that nobody can tell them by when they came, and only when there are at least
     * {@link HotAnswers#FEWEST}. For its staff, observers too: no page tells whoever answers that fewer read it.
     */
    public HotAnswers answers(Caller caller, ExerciseId exercise) {
        desk.require(caller, exercise, "read a hot debrief", ExerciseRole::seesAll);
        return HotDebriefs.shown(
                state(exercise), setting(exercise).naming(), repository.given(exercise), repository.answers(exercise));
    }

    private HotDebriefRepository.Setting setting(ExerciseId exercise) {
        return repository.setting(exercise).orElse(AT_FIRST);
    }

    private HotDebrief.State state(ExerciseId exercise) {
        return HotDebriefs.state(desk.exercise(exercise), setting(exercise).closedAt() != null);
    }

    private PersonId control(Caller caller, ExerciseId exercise, String act) {
        desk.require(caller, exercise, act, role -> role == ExerciseRole.DIRECTOR);
        if (caller instanceof Caller.SignedIn person) {
            return person.person();
        }
        throw new NotAllowed(act);
    }

    private HotDebriefResult act(ExerciseId exercise, Supplier<HotDebriefResult> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            repository.lock(exercise);
            return act.get();
        }));
    }

    private static HotDebriefResult refused(Reason reason) {
        return new HotDebriefResult.Refused(reason);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
