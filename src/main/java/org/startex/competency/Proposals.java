package org.startex.competency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.conduct.ConductService;
import org.startex.conduct.Exercise;
import org.startex.conduct.Play;
import org.startex.conduct.RecordService;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;
import org.startex.ledger.SealedHead;
import org.startex.logbook.LogbookService;
import org.startex.logbook.Rating;
import org.startex.people.Caller;
import org.startex.people.ParticipantName;
import org.startex.people.ParticipantRegister;
import org.startex.standards.StandardsCatalogue;

/** Reads what may become evidence of a person from every sealed exercise in which they took part signed in. It authorises nobody. */
@Component
class Proposals {
    private final ConductService conduct;
    private final RecordService records;
    private final LogbookService logbook;
    private final ParticipantRegister register;
    private final StandardsCatalogue standard;

    Proposals(
            ConductService conduct,
            RecordService records,
            LogbookService logbook,
            ParticipantRegister register,
            StandardsCatalogue standard) {
        this.conduct = conduct;
        this.records = records;
        this.logbook = logbook;
        this.register = register;
        this.standard = standard;
    }

    /** From all sealed exercises, the latest joined first. */
    List<Proposal> of(PersonId learner) {
        return register.exercisesOf(learner).stream()
                .flatMap(exercise -> in(exercise, learner).stream())
                .toList();
    }

    /** From one exercise; none while it is not sealed. */
    List<Proposal> in(ExerciseId exercise, PersonId learner) {
        return register.ofPerson(exercise, learner)
                .flatMap(me -> played(exercise).map(played -> played.proposals(me)))
                .orElse(List.of());
    }

    /** Exercises in which the person takes part and whose record is not sealed yet: their titles. */
    List<String> unsealed(PersonId learner) {
        return register.exercisesOf(learner).stream()
                .map(exercise -> conduct.exercise(Caller.PROGRAM, exercise))
                .filter(exercise -> !(exercise instanceof Exercise.Sealed))
                .flatMap(exercise -> exercise.content().stream())
                .map(play -> play.plan().title())
                .toList();
    }

    private List<Played.Seen> seen(Play play, ExerciseId exercise) {
        Map<ParticipantId, ParticipantName> names = conduct.names(Caller.PROGRAM, exercise);
        return logbook.observations(Caller.PROGRAM, exercise).stream()
                .map(one -> new Played.Seen(
                        new EvidenceContext.Observed(
                                one.seq(),
                                one.hash(),
                                Optional.ofNullable(names.get(one.by()))
                                        .map(ParticipantName::name)
                                        .orElse(""),
                                register.personOf(exercise, one.by()).orElse(null),
                                one.fact().ksbs(),
                                rating(play, one.fact().rating()),
                                one.fact().words().note()),
                        one.occurredAt(),
                        one.recordedAt(),
                        one.at(),
                        one.fact().about(),
                        one.fact().observed()))
                .toList();
    }

    /** A rating in the words of the exercise's scale; empty where an observation was only noted. */
    private String rating(Play play, @Nullable Rating rating) {
        return rating == null
                ? ""
                : standard.ratingScales().orUsual(play.plan().ratingScale()).steps().stream()
                        .filter(step -> step.code().equals(rating.step()))
                        .map(step -> step.title())
                        .findFirst()
                        .orElse(rating.step());
    }

    private Optional<Played> played(ExerciseId exercise) {
        Optional<SealedHead> seal = records.seal(Caller.PROGRAM, exercise);
        return conduct.exercise(Caller.PROGRAM, exercise) instanceof Exercise.Sealed(Play play)
                ? seal.map(head -> new Played(
                        play,
                        conduct.names(Caller.PROGRAM, exercise),
                        logbook.decisions(Caller.PROGRAM, exercise),
                        seen(play, exercise),
                        head))
                : Optional.empty();
    }
}
