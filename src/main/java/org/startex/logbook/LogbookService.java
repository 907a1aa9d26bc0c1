package org.startex.logbook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.conduct.Attestation;
import org.startex.conduct.ExerciseDesk;
import org.startex.conduct.InjectDelivered;
import org.startex.conduct.Play;
import org.startex.conduct.ReceiptService;
import org.startex.conduct.RecordService;
import org.startex.conduct.Standing;
import org.startex.conduct.WrittenAt;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.RatingScale;
import org.startex.ledger.Answer;
import org.startex.ledger.Fact;
import org.startex.ledger.LedgerEntry;
import org.startex.people.Caller;
import org.startex.standards.StandardsCatalogue;

/** The decision log of an exercise, and what evaluators observed in it. */
@Service
public class LogbookService {
    private final ExerciseDesk desk;
    private final RecordService records;
    private final ReceiptService receipts;
    private final StandardsCatalogue catalogue;

    LogbookService(ExerciseDesk desk, RecordService records, ReceiptService receipts, StandardsCatalogue catalogue) {
        this.desk = desk;
        this.records = records;
        this.receipts = receipts;
        this.catalogue = catalogue;
    }

    /**
     * Logs a decision with its rationale. For players in a cell. Refused without a rationale, before STARTEX, while play is stopped, after ENDEX without
     * a reason for being late, and after the seal.
     *
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> logDecision(
            Caller caller, ExerciseId exercise, ClientId id, DecisionDraft draft, Instant occurredAt) {
        return logDecision(caller, exercise, id, draft, WrittenAt.online(occurredAt));
    }

    /**
     * Logs a decision as {@link #logDecision(Caller, ExerciseId, ClientId, DecisionDraft, Instant)} does. One that was written without a network says so when it
     * comes late, and needs no other reason after ENDEX.
     *
     * @param written the same id may say either of the network, and is the same decision
     */
    public CompletableFuture<Answer> logDecision(
            Caller caller, ExerciseId exercise, ClientId id, DecisionDraft draft, WrittenAt written) {
        Standing by = desk.require(caller, exercise, "log a decision", role -> role == ExerciseRole.PLAYER);
        Logbook.Had had = Logbook.Had.of(by.participant(), receipts.receipts(Caller.PROGRAM, exercise));
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) ->
                        Logbook.decide(state, by.participant(), draft, had, written, now, lastAlive));
    }

    /**
     * Records an observation. For directors, controllers and evaluators. Refused before STARTEX, while play is stopped, after ENDEX without a reason for
     * being late, and after the seal; also when it says nothing, or names what the exercise does not have.
     *
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> observe(
            Caller caller, ExerciseId exercise, ClientId id, ObservationDraft draft, Instant occurredAt) {
        Standing by = desk.require(caller, exercise, "record an observation", ExerciseRole::observes);
        Observations.Known known = known(exercise, draft.about());
        return desk.submit(
                exercise,
                by.participant(),
                id,
                draft.toString(),
                (state, now, lastAlive) ->
                        Observations.decide(state, by.participant(), draft, known, occurredAt, now, lastAlive));
    }

    /**
     * Tells the hall how things stand and when the next briefing is; what was told before gives way. For directors, controllers and loggists. Refused before
     * STARTEX, while play is stopped, and after ENDEX.
     *
     * @param words both may be empty, which clears the wall
     * @param occurredAt when it was written
     */
    public CompletableFuture<Answer> tellSituation(
            Caller caller, ExerciseId exercise, ClientId id, SituationWords words, Instant occurredAt) {
        Standing by = desk.require(
                caller, exercise, "tell the situation", role -> role.controls() || role == ExerciseRole.LOGGIST);
        return desk.submit(
                exercise,
                by.participant(),
                id,
                words.toString(),
                (state, now, lastAlive) ->
                        Situations.decide(state, by.participant(), words, occurredAt, now, lastAlive));
    }

    /** What the hall was last told, if anything. For its staff. */
    public Optional<SituationWords> situation(Caller caller, ExerciseId exercise) {
        return records.read(caller, exercise, 0, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.fact() instanceof SituationTold)
                .map(entry -> ((SituationTold) entry.fact()).words())
                .reduce((earlier, later) -> later);
    }

    /** What is known apart from the writer: entries and catalogues do not change. */
    private Observations.Known known(ExerciseId exercise, @Nullable Long about) {
        RatingScale scale = catalogue
                .ratingScales()
                .orUsual(desk.exercise(exercise)
                        .content()
                        .map(play -> play.plan().ratingScale())
                        .orElse(null));
        Predicate<KsbCode> ksbs = code -> catalogue.ksb(code).isPresent();
        if (about == null) {
            return new Observations.Known(false, null, scale, ksbs);
        }
        return switch (fact(exercise, about)) {
            case InjectDelivered inject -> new Observations.Known(false, about, scale, ksbs);
            case DecisionRecorded decision -> new Observations.Known(false, decision.inReplyTo(), scale, ksbs);
            case null, default -> new Observations.Known(true, null, scale, ksbs);
        };
    }

    private @Nullable Fact fact(ExerciseId exercise, long seq) {
        return seq < 1
                ? null
                : records.read(Caller.PROGRAM, exercise, seq - 1, 1).stream()
                        .filter(entry -> entry.seq() == seq)
                        .findFirst()
                        .map(LedgerEntry::fact)
                        .orElse(null);
    }

    /** All observations in the order of the record. For its staff. */
    public List<Observation> observations(Caller caller, ExerciseId exercise) {
        return noted(caller, exercise, ObservationRecorded.class, Observation::new);
    }

    /** All decisions in the order of the record. For its staff. */
    public List<Decision> decisions(Caller caller, ExerciseId exercise) {
        List<LedgerEntry> record = records.read(caller, exercise, 0, Integer.MAX_VALUE);
        Optional<Play> play = desk.exercise(exercise).content();
        Map<Long, String> disputes = new HashMap<>();
        record.stream()
                .map(LedgerEntry::fact)
                .filter(DecisionDisputed.class::isInstance)
                .map(DecisionDisputed.class::cast)
                .forEach(said -> disputes.put(said.entry(), said.reason()));
        return record.stream()
                .filter(entry -> entry.fact() instanceof DecisionRecorded)
                .map(entry -> decision(entry, play.flatMap(known -> known.attestation(entry.seq())), disputes))
                .toList();
    }

    private static Decision decision(LedgerEntry entry, Optional<Attestation> asked, Map<Long, String> disputes) {
        ParticipantId writer = entry.actor().participant().orElseThrow();
        DecisionRecorded fact = (DecisionRecorded) entry.fact();
        ParticipantId maker = fact.madeBy();
        Attestation.Word word = asked.map(Attestation::word).orElse(null);
        return new Decision(
                entry.seq(),
                maker == null ? writer : maker,
                entry.exerciseTime(),
                entry.occurredAt(),
                entry.recordedAt(),
                fact,
                entry.hash(),
                maker == null ? null : writer,
                word,
                word == Attestation.Word.DISPUTED ? disputes.getOrDefault(entry.seq(), "") : "");
    }

    /** An entry that somebody wrote, as its readers see it. */
    private interface Noted<F extends Fact, T> {
        T of(
                long seq,
                ParticipantId by,
                @Nullable ExerciseTime at,
                Instant occurredAt,
                Instant recordedAt,
                F fact,
                String hash);
    }

    private <F extends Fact, T> List<T> noted(Caller caller, ExerciseId exercise, Class<F> kind, Noted<F, T> as) {
        return records.read(caller, exercise, 0, Integer.MAX_VALUE).stream()
                .filter(entry -> kind.isInstance(entry.fact()))
                .map(entry -> as.of(
                        entry.seq(),
                        entry.actor().participant().orElseThrow(),
                        entry.exerciseTime(),
                        entry.occurredAt(),
                        entry.recordedAt(),
                        kind.cast(entry.fact()),
                        entry.hash()))
                .toList();
    }
}
