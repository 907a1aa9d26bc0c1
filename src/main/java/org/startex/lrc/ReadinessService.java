package org.startex.lrc;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.conduct.Words;
import org.startex.kernel.PersonId;
import org.startex.people.Caller;
import org.startex.people.ParticipantRegister;
import org.startex.standards.LrcManual;
import org.startex.standards.LrcStep;

/**
 * How ready the partnership is, step by step, on a scale of its own; and its answers to the manual's questions. Nothing is preset: the manual gives no scale and
 * no threshold. Everybody with an account reads; the LRC working group writes. What was said is kept for ever.
 */
@Service
public class ReadinessService {
    private final ReadinessRepository repository;
    private final ImprovementRepository improvements;
    private final LrcManual manual;
    private final ParticipantRegister register;
    private final TransactionOperations transaction;
    private final InstantSource time;

    ReadinessService(
            ReadinessRepository repository,
            ImprovementRepository improvements,
            LrcManual manual,
            ParticipantRegister register,
            TransactionOperations transaction,
            InstantSource time) {
        this.repository = repository;
        this.improvements = improvements;
        this.manual = manual;
        this.register = register;
        this.transaction = transaction;
        this.time = time;
    }

    /** The scale that the partnership works with now; empty until it has agreed one. For whoever is signed in. */
    public Optional<ReadinessScale> scale(Caller caller) {
        return scales(caller).stream().findFirst();
    }

    /** Every scale that was ever agreed, the latest first. For whoever is signed in. */
    public List<ReadinessScale> scales(Caller caller) {
        Rights.requireReader(caller, "see the readiness scale");
        Names names = new Names(register);
        return repository.scales().stream()
                .map(s -> new ReadinessScale(s.version(), s.steps(), s.redAt(), s.reason(), names.of(s.by()), s.at()))
                .toList();
    }

    /** Agrees a scale and its threshold. Earlier ratings keep the scale that they were given on. For the working group. */
    public LrcAnswer agree(Caller caller, ScaleDraft written) {
        PersonId by = Rights.require(caller, "agree a readiness scale");
        ScaleDraft scale = written.tidy();
        return scale.fault()
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> {
                    List<ReadinessRepository.Scale> before = repository.scales();
                    if (!before.isEmpty() && same(before.getFirst(), scale)) {
                        return LrcAnswer.refused(LrcFault.SCALE_UNCHANGED);
                    }
                    int version = before.isEmpty() ? 1 : before.getFirst().version() + 1;
                    repository.insert(version, scale, by, now());
                    return new LrcAnswer.Done(Integer.toString(version));
                }));
    }

    private static boolean same(ReadinessRepository.Scale before, ScaleDraft scale) {
        return before.steps().equals(scale.ranked()) && Objects.equals(before.redAt(), scale.redAt());
    }

    /** Every rating of every step, by step and the earliest first. For whoever is signed in. */
    public List<ReadinessRating> ratings(Caller caller) {
        Rights.requireReader(caller, "see readiness");
        Names names = new Names(register);
        return repository.ratings().stream()
                .flatMap(r -> manual.step(r.step()).stream().map(step -> rating(step, r, names)))
                .toList();
    }

    private static ReadinessRating rating(LrcStep step, ReadinessRepository.Rating r, Names names) {
        return new ReadinessRating(
                step.number(),
                r.nr(),
                r.at(),
                names.of(r.by()),
                r.scaleVersion(),
                r.rank(),
                r.label(),
                red(r.rank(), r.redAt()),
                r.reason(),
                r.improvement());
    }

    private static boolean red(int rank, @Nullable Integer redAt) {
        return redAt != null && rank <= redAt;
    }

    /**
     * Rates a step on the present scale, with a reason. For the working group. Refused without a scale, off the scale, when the scale was changed meanwhile, and when the
     * improvement record is not there or belongs to another step.
     *
     * @param step from 1 to 8
     */
    public LrcAnswer rate(Caller caller, int step, RatingDraft written) {
        PersonId by = Rights.require(caller, "rate a step");
        RatingDraft rating = new RatingDraft(
                written.scaleVersion(), written.rank(), written.reason().strip(), written.improvement());
        Optional<LrcStep> known = manual.step(step);
        if (known.isEmpty()) {
            return LrcAnswer.refused(LrcFault.UNKNOWN);
        }
        return LrcWords.first(LrcWords.needed(rating.reason(), LrcField.REASON, Words.REASON))
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> rateNow(known.get(), rating, by)));
    }

    private LrcAnswer rateNow(LrcStep step, RatingDraft rating, PersonId by) {
        List<ReadinessRepository.Scale> scales = repository.scales();
        if (scales.isEmpty()) {
            return LrcAnswer.refused(LrcFault.NO_SCALE);
        }
        if (scales.getFirst().version() != rating.scaleVersion()) {
            return LrcAnswer.refused(LrcFault.CHANGED_MEANWHILE);
        }
        if (scales.getFirst().steps().stream().noneMatch(each -> each.rank() == rating.rank())) {
            return new LrcAnswer.Refused(new LrcRefusal(LrcFault.NOT_ON_THE_SCALE, LrcField.RANK));
        }
        Integer because = rating.improvement();
        if (because != null
                && improvements
                        .byNumber(because)
                        .filter(record -> record.draft().step().equals(step.code()))
                        .isEmpty()) {
            return LrcAnswer.refused(LrcFault.NOT_A_CHOICE);
        }
        repository.insert(step.code(), rating, by, now());
        return new LrcAnswer.Done(step.code().value());
    }

    /** The answers to the questions of a step: by question, as they stand first and then what was said before. For whoever is signed in. */
    public List<StepNote> notes(Caller caller, int step) {
        Rights.requireReader(caller, "see the answers to a step's questions");
        Names names = new Names(register);
        return manual.step(step).stream()
                .flatMap(known -> repository.notes(known.code()).stream())
                .map(n -> new StepNote(step, n.question(), n.nr(), n.at(), names.of(n.by()), n.words()))
                .toList();
    }

    /**
     * Answers a question of a step; empty takes the answer back. What was said before stays in its history. For the working group.
     *
     * @param last the highest number among the answers that the writer had before them; 0 for none
     */
    public LrcAnswer note(Caller caller, int step, int question, int last, String words) {
        PersonId by = Rights.require(caller, "answer a question of a step");
        Optional<LrcStep> known =
                manual.step(step).filter(each -> each.questions().stream().anyMatch(q -> q.number() == question));
        if (known.isEmpty()) {
            return LrcAnswer.refused(LrcFault.UNKNOWN);
        }
        return LrcWords.first(LrcWords.optional(words.strip(), LrcField.NOTE, Words.TEXT))
                .<LrcAnswer>map(LrcAnswer.Refused::new)
                .orElseGet(() -> inTurn(() -> {
                    if (repository.lastNote(known.get().code(), question) != last) {
                        return LrcAnswer.refused(LrcFault.CHANGED_MEANWHILE);
                    }
                    repository.insert(known.get().code(), question, last + 1, by, now(), words.strip());
                    return new LrcAnswer.Done(known.get().code().value());
                }));
    }

    private LrcAnswer inTurn(Supplier<LrcAnswer> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            repository.lock();
            return act.get();
        }));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
