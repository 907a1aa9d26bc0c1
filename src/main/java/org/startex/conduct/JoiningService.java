package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.startex.conduct.Joining.Offer;
import org.startex.conduct.Joining.Result;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerUnavailable;
import org.startex.ledger.Reason;
import org.startex.people.Caller;
import org.startex.people.JoinThrottle;
import org.startex.people.ParticipantRegister;
import org.startex.people.PlannedPerson;
import org.startex.people.PlannedRegister;
import org.startex.people.Registration;

/** How players come in: by a code, by their personal rejoin code, or as the person they signed in as. Strangers may ask; guessing is slowed down. */
@Service
public class JoiningService {
    /** Longer than a join takes from the register to the record; who asks again later may take up what was begun. */
    private static final Duration ENTERING = Duration.ofSeconds(5);

    private final ExerciseDesk desk;
    private final JoinCodes codes;
    private final ParticipantRegister register;
    private final PlannedRegister planned;
    private final JoinThrottle throttle;
    private final InstantSource time;

    JoiningService(
            ExerciseDesk desk,
            JoinCodes codes,
            ParticipantRegister register,
            PlannedRegister planned,
            JoinThrottle throttle,
            InstantSource time) {
        this.desk = desk;
        this.codes = codes;
        this.register = register;
        this.planned = planned;
        this.throttle = throttle;
        this.time = time;
    }

    /** The codes that are open now. For controllers. */
    public List<JoinCode> codes(Caller caller, ExerciseId exercise) {
        desk.require(caller, exercise, "see join codes", ExerciseRole::controls);
        return codes.open(exercise);
    }

    /** Opens another code. For controllers. */
    public JoinCode newCode(Caller caller, ExerciseId exercise, @Nullable CellCode cell) {
        desk.require(caller, exercise, "make a join code", ExerciseRole::controls);
        return codes.make(exercise, cell, time.instant());
    }

    /** Closes a code; who has joined stays. For controllers. */
    public void closeCode(Caller caller, ExerciseId exercise, String code) {
        desk.require(caller, exercise, "close a join code", ExerciseRole::controls);
        codes.close(exercise, code);
    }

    /** What a code opens. For everybody. */
    public Offer offer(Caller caller, String code, String address) {
        return through(code, address, door -> offered(caller, door), Offer.Closed::new);
    }

    private Offer offered(Caller caller, Way way) {
        Plan plan = way.play().plan();
        Optional<String> you = caller instanceof Caller.SignedIn person
                ? register.ofPerson(way.exercise(), person.person())
                        .flatMap(id -> register.name(way.exercise(), id))
                        .map(name -> name.name())
                        .or(() -> register.personName(person.person()))
                : Optional.empty();
        return new Offer.Open(
                way.exercise(),
                plan.title(),
                plan.marking(),
                plan.codeWord(),
                Optional.ofNullable(way.cell()).flatMap(plan::place),
                you);
    }

    /** Joins. For everybody; whoever is signed in joins as themselves, whatever name was written. */
    public Result join(Caller caller, Joining.Request request) {
        return through(request.code(), request.address(), way -> joined(caller, request, way), Result.NotJoined::new);
    }

    private Result joined(Caller caller, Joining.Request request, Way way) {
        ExerciseId exercise = way.exercise();
        if (caller instanceof Caller.SignedIn person) {
            return enter(way, register.register(exercise, person.person()).participant(), request.post());
        }
        if (request.organisation().isBlank()) {
            return no(Reason.of("organisation-missing", "organisation"));
        }
        return switch (register.register(exercise, null, request.name(), request.organisation())) {
            case Registration.Registered registered -> enter(way, registered.participant(), request.post());
            case Registration.NameTaken taken ->
                halfJoined(way, request)
                        .map(participant -> enter(way, participant, request.post()))
                        .orElseGet(() -> no(Reason.of("name-taken", "name")));
            case Registration.NameUnfit unfit -> no(Reason.of(unfit.code(), "name"));
        };
    }

    /** Who was registered under this name, but never came into the record, because the program or the database went away in between. */
    private Optional<ParticipantId> halfJoined(Way way, Joining.Request request) {
        return register.guestBefore(
                        way.exercise(),
                        request.name(),
                        request.organisation(),
                        time.instant().minus(ENTERING))
                .filter(participant -> way.play().member(participant).isEmpty());
    }

    private Result enter(Way way, ParticipantId participant, String post) {
        Optional<Member> before = way.play().member(participant);
        if (before.isEmpty()) {
            CellCode cell = way.cell();
            String name = register.name(way.exercise(), participant)
                    .map(n -> n.name())
                    .orElse("");
            String organisation = register.name(way.exercise(), participant)
                    .map(n -> n.organisation())
                    .orElse("");
            Answer answer = ConductService.await(desk.submit(
                    way.exercise(),
                    new ExerciseCommand.JoinExercise(
                            participant,
                            ExerciseRole.PLAYER,
                            cell,
                            cell == null ? "" : post,
                            cell != null,
                            name,
                            organisation),
                    ClientId.random()));
            if (answer instanceof Answer.Refused refused) {
                return no(refused.reason());
            }
        } else if (before.get().ejected()) {
            return no(Reason.of("ejected"));
        } else if (before.get().role() != ExerciseRole.PLAYER) {
            return no(Reason.of("staff-do-not-play"));
        }
        return admitted(way.exercise(), participant);
    }

    /**
     * Joins as the person whose personal link it is, whoever is signed in. Used again, it brings them to another phone, and the old phone's pages end. For everybody who has the link.
     *
     * @param link the token in it
     */
    public Joining.ByLink joinByLink(Caller caller, String link, String address) {
        Instant now = time.instant();
        Duration wait = throttle.tryNow(JoinThrottle.Door.JOIN, address, now);
        if (wait.isPositive()) {
            return new Joining.ByLink(new Result.NotJoined(Reason.of("throttled"), wait), "");
        }
        Optional<PlannedRegister.Holder> holder = planned.byLink(link);
        if (holder.isEmpty()) {
            return new Joining.ByLink(no(Reason.of("unknown-link")), "");
        }
        throttle.right(JoinThrottle.Door.JOIN, address);
        ExerciseId exercise = holder.get().exercise();
        CellCode cell = holder.get().person().entry().cell();
        Optional<Play> play = desk.exercise(exercise).content();
        if (play.isEmpty()
                || JoinCodes.linkExpires(
                                holder.get().linkMade(), play.get().plan().plannedFor())
                        .isBefore(now)) {
            return new Joining.ByLink(no(Reason.of("expired-link")), "");
        }
        try {
            return new Joining.ByLink(
                    asPlanned(holder.get().person(), new Way(exercise, cell, play.get())),
                    codes.toComeBack(exercise, cell));
        } catch (LedgerUnavailable e) {
            return new Joining.ByLink(new Result.NotJoined(Reason.of("record-away"), ENTERING.plusSeconds(1)), "");
        }
    }

    /** Interrupted halfway, or used twice at once, the link still makes one participant. */
    private Result asPlanned(PlannedPerson person, Way way) {
        ExerciseId exercise = way.exercise();
        Optional<ParticipantId> theirs = planned.participant(exercise, person.id());
        if (theirs.isEmpty()) {
            return no(Reason.of("unknown-link"));
        }
        if (way.play().member(theirs.get()).filter(m -> !m.ejected()).isPresent()) {
            register.revokeTokens(exercise, theirs.get());
        }
        return switch (register.registerAs(
                exercise, theirs.get(), person.entry().name(), person.entry().organisation())) {
            case Registration.Registered registered ->
                switch (enter(way, registered.participant(), person.entry().post())) {
                    // the other use was quicker
                    case Result.NotJoined not
                    when not.reason().code().equals("already-joined") -> admitted(exercise, registered.participant());
                    case Result result -> result;
                };
            case Registration.NameTaken taken -> no(Reason.of("name-taken", "name"));
            case Registration.NameUnfit unfit -> no(Reason.of(unfit.code(), "name"));
        };
    }

    /** Brings a lost or changed phone back; the old phone's pages end. For everybody who has the personal code. */
    public Result rejoin(Caller caller, String code, String rejoinCode, String address) {
        return through(
                code,
                address,
                way -> {
                    Duration wait = throttle.tryNow(JoinThrottle.Door.JOIN, address, time.instant());
                    if (wait.isPositive()) {
                        return new Result.NotJoined(Reason.of("throttled"), wait);
                    }
                    Optional<ParticipantId> known = register.byRejoinCode(way.exercise(), rejoinCode);
                    if (known.isEmpty()) {
                        return no(Reason.of("unknown-rejoin-code", "rejoinCode"));
                    }
                    throttle.right(JoinThrottle.Door.JOIN, address);
                    ParticipantId participant = known.get();
                    if (way.play().member(participant).filter(m -> !m.ejected()).isEmpty()) {
                        return no(Reason.of("ejected"));
                    }
                    register.revokeTokens(way.exercise(), participant);
                    return admitted(way.exercise(), participant);
                },
                Result.NotJoined::new);
    }

    private Result admitted(ExerciseId exercise, ParticipantId participant) {
        return new Result.Joined(
                exercise,
                participant,
                register.issueToken(exercise, participant),
                register.issueRejoinCode(exercise, participant));
    }

    /** Where a right code leads. */
    private record Way(ExerciseId exercise, @Nullable CellCode cell, Play play) {}

    private <T> T through(String code, String address, Function<Way, T> inside, Refusal<T> refuse) {
        Instant now = time.instant();
        Duration wait = throttle.tryNow(JoinThrottle.Door.JOIN, address, now);
        if (wait.isPositive()) {
            return refuse.with(Reason.of("throttled"), wait);
        }
        Optional<ConductRepository.Door> door = codes.door(code);
        if (door.isEmpty()) {
            return refuse.with(Reason.of("unknown-code", "code"), Duration.ZERO);
        }
        throttle.right(JoinThrottle.Door.JOIN, address);
        ExerciseId exercise = door.get().exercise();
        Optional<Play> play = desk.exercise(exercise).content();
        if (play.isEmpty() || door.get().closed() || door.get().expires().isBefore(now)) {
            return refuse.with(Reason.of("expired-code", "code"), Duration.ZERO);
        }
        try {
            return inside.apply(new Way(exercise, door.get().cell(), play.get()));
        } catch (LedgerUnavailable e) {
            return refuse.with(Reason.of("record-away"), ENTERING.plusSeconds(1));
        }
    }

    private interface Refusal<T> {
        T with(Reason reason, Duration retryAfter);
    }

    private static Result no(Reason reason) {
        return new Result.NotJoined(reason, Duration.ZERO);
    }
}
