package org.startex.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ConductService;
import org.startex.conduct.Delivered;
import org.startex.conduct.JoinCode;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.conduct.Pace;
import org.startex.conduct.PassedOver;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.Play;
import org.startex.conduct.SafetyService;
import org.startex.conduct.SteeringService;
import org.startex.conduct.Ticker;
import org.startex.conduct.WaitedInjects;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.logbook.ActionWords;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.MessageDraft;
import org.startex.logbook.MessageService;
import org.startex.logbook.ObservationDraft;
import org.startex.logbook.Party;
import org.startex.logbook.SituationWords;
import org.startex.people.Caller;
import org.startex.testing.SettableTime;

/** Plays a script through the services that people's screens call, in a time that it moves itself. */
final class ScriptedPlay {
    private final ConductService conduct;
    private final SafetyService safety;
    private final SteeringService steering;
    private final JoiningService joining;
    private final LogbookService logbook;
    private final MessageService messages;
    private final Ticker ticker;
    private final SettableTime time;
    private final ExerciseId exercise;
    private final Map<String, Caller> people = new HashMap<>();
    private final Map<String, Long> requests = new HashMap<>();
    private @Nullable CompletableFuture<Answer> answer;

    ScriptedPlay(ApplicationContext context, ExerciseId exercise, Map<String, Caller> staff) {
        this.conduct = context.getBean(ConductService.class);
        this.safety = context.getBean(SafetyService.class);
        this.steering = context.getBean(SteeringService.class);
        this.joining = context.getBean(JoiningService.class);
        this.logbook = context.getBean(LogbookService.class);
        this.messages = context.getBean(MessageService.class);
        this.ticker = context.getBean(Ticker.class);
        this.time = context.getBean(SettableTime.class);
        this.exercise = exercise;
        people.putAll(staff);
    }

    /** Plays to the end and tells every act that was not answered as the script says. */
    List<String> play(List<ScriptLine> script) throws Exception {
        List<String> astray = new ArrayList<>();
        for (ScriptLine line : script) {
            ExerciseTime at = line.at();
            if (at != null) {
                passUntil(at);
            }
            answer = null;
            act(line, who(line), ClientId.random());
            if (answer != null) {
                expect(line, answer.get(20, TimeUnit.SECONDS), astray);
            }
            if (people.containsKey("M. Okafor")) {
                ticker.beat();
                settle();
            }
        }
        return astray;
    }

    private void expect(ScriptLine line, Answer given, List<String> astray) {
        String said = given instanceof Answer.Refused refused ? refused.reason().code() : "done";
        String expected = line.refusal() == null ? "done" : line.refusal();
        if (!said.equals(expected)) {
            astray.add("line %d: %s instead of %s".formatted(line.line(), said, expected));
        }
        if (given instanceof Answer.Done done && line.verb().equals("asks")) {
            requests.put(line.who(), done.seq());
        }
    }

    private void act(ScriptLine line, Caller who, ClientId id) throws Exception {
        Instant now = time.instant();
        switch (line.verb()) {
            case "joins" -> join(line);
            case "starts" -> answer = conduct.start(who, exercise, id);
            case "paces" -> answer = conduct.changePace(who, exercise, id, new Pace(Integer.parseInt(line.arg(0))));
            case "pauses" -> answer = conduct.pause(who, exercise, id, line.arg(0));
            case "resumes" -> answer = conduct.resume(who, exercise, id);
            case "ends" -> answer = conduct.end(who, exercise, id, line.arg(0));
            case "seals" -> answer = conduct.seal(who, exercise, id);
            case "calls-no-duff" -> answer = conduct.stop(who, exercise, id, line.arg(0), now);
            case "clears" -> answer = safety.clearNoDuff(who, exercise, id, line.arg(0), waited(line), later(line));
            case "drills" -> answer = safety.drillNoDuff(who, exercise, id, line.arg(0));
            case "starts-comms-check" -> answer = safety.startCommsCheck(who, exercise, id);
            case "hears" ->
                answer = safety.confirmCommsCheck(
                        who, exercise, id, playing().commsCheck().orElseThrow().seq(), now);
            case "acknowledges" -> answer = conduct.acknowledge(who, exercise, id, sent(line.arg(0)), now);
            case "decides", "decides-late" -> answer = logbook.logDecision(who, exercise, id, decision(line), now);
            case "observes" -> answer = logbook.observe(who, exercise, id, observation(line), now);
            case "tells" ->
                answer = logbook.tellSituation(
                        who,
                        exercise,
                        id,
                        new SituationWords(
                                line.arg(0).split("; ", -1)[0] + ". "
                                        + line.arg(0).split("; ", -1)[1],
                                line.arg(1)),
                        now);
            case "writes" ->
                answer = messages.send(
                        who, exercise, id, new MessageDraft(party(line.arg(0)), "", null, null, line.arg(1)), now);
            case "asks" ->
                answer = messages.send(
                        who, exercise, id, new MessageDraft(Party.BODY, line.arg(0), null, null, line.arg(1)), now);
            case "takes" -> answer = messages.take(who, exercise, id, request(line), null);
            case "answers" -> answer = messages.answer(who, exercise, id, request(line), line.arg(1));
            case "admits" -> {
                Addressee seat = seat(line.arg(0).substring(line.arg(0).lastIndexOf(' ') + 1));
                answer = conduct.admit(who, exercise, id, person(line.arg(0)), seat.cell(), seat.role());
            }
            case "moves-player" -> {
                Addressee seat = seat(line.arg(0).substring(line.arg(0).lastIndexOf(' ') + 1));
                answer = conduct.move(who, exercise, id, person(line.arg(0)), seat.cell(), seat.role());
            }
            case "ejects" -> answer = conduct.eject(who, exercise, id, person(line.arg(0)), line.arg(1));
            default -> steer(line, who, id);
        }
    }

    private void steer(ScriptLine line, Caller who, ClientId id) {
        String what = line.arg(0);
        switch (line.verb()) {
            case "holds" -> answer = steering.hold(who, exercise, id, number(what), line.arg(1));
            case "releases" -> answer = steering.release(who, exercise, id, number(what));
            case "skips" -> answer = steering.skip(who, exercise, id, number(what), line.arg(1));
            case "puts-back" -> answer = steering.putBack(who, exercise, id, number(what));
            case "sends" -> answer = conduct.send(who, exercise, id, number(what));
            case "moves" -> {
                ExerciseTime due = planned(number(what)).due();
                answer = steering.move(
                        who,
                        exercise,
                        id,
                        number(what),
                        due,
                        new ExerciseTime(
                                due.micros() + by(what.split(" ", -1)[1]).toNanos() / 1000),
                        line.arg(1));
            }
            case "readdresses" -> {
                List<Addressee> to = Arrays.stream(what.split(" ", -1)[1].split(",", -1))
                        .map(ScriptedPlay::seat)
                        .toList();
                answer = steering.readdress(
                        who, exercise, id, number(what), planned(number(what)).to(), to, line.arg(1));
            }
            case "postpones" ->
                answer = steering.postpone(
                        who, exercise, id, by(what), playing().schedule().postponements(), line.arg(1));
            case "jumps" -> {
                String[] parts = what.split(" ", -1);
                answer = steering.jump(
                        who,
                        exercise,
                        id,
                        ScriptLine.time(parts[0].substring(2)),
                        PassedOver.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)),
                        line.arg(1));
            }
            case "recalls" -> answer = steering.recall(who, exercise, id, sent(what), line.arg(1));
            case "corrects" -> answer = steering.correct(who, exercise, id, sent(what), 0, line.arg(1), line.arg(2));
            case "writes-adhoc" ->
                answer = conduct.sendAdHoc(
                        who,
                        exercise,
                        id,
                        new AdHocInject(
                                line.arg(1), "Exercise control", List.of(seat(what)), Channel.IN_PERSON, line.arg(2)));
            default -> throw new IllegalArgumentException("line " + line.line() + ": nobody can " + line.verb());
        }
    }

    private DecisionDraft decision(ScriptLine line) {
        boolean late = line.verb().equals("decides-late");
        List<ActionWords> actions =
                late || line.arg(3).isEmpty() ? List.of() : List.of(new ActionWords(line.arg(3), line.who(), ""));
        Long reply = line.arg(0).equals("-") ? null : sent(line.arg(0));
        return new DecisionDraft(
                reply,
                reply == null ? List.of() : List.of(reply),
                line.arg(1),
                line.arg(2),
                "",
                "",
                actions,
                late ? line.arg(3) : "");
    }

    private static Party party(String name) {
        return name.equals("control") ? Party.CONTROL : Party.of(new CellCode(name));
    }

    private static WaitedInjects waited(ScriptLine line) {
        return line.arg(1).isEmpty() ? WaitedInjects.AS_PLANNED : WaitedInjects.LATER;
    }

    private static long later(ScriptLine line) {
        return line.arg(1).isEmpty() ? 0 : by(line.arg(1)).toNanos() / 1000;
    }

    private ObservationDraft observation(ScriptLine line) {
        Long about = line.arg(0).equals("-") ? null : sent(line.arg(0));
        return new ObservationDraft(about, List.of(), List.of(), List.of(), null, List.of(), line.arg(1), "");
    }

    private void join(ScriptLine line) {
        Addressee seat = line.arg(0).isEmpty() ? null : seat(line.arg(0));
        String code = joining.codes(caller("director"), exercise).stream()
                .filter(c -> seat == null ? c.cell() == null : seat.cell().equals(c.cell()))
                .map(JoinCode::code)
                .findFirst()
                .orElseThrow();
        Joining.Result result = joining.join(
                Caller.NOBODY,
                new Joining.Request(code, line.who(), "Council", seat == null ? "" : seat.role(), "127.0.0.1"));
        Joining.Result.Joined joined = (Joining.Result.Joined) result;
        people.put(line.who(), new Caller.Joined(joined.exercise(), joined.participant()));
    }

    /** Real time passes in steps of half a second at most, and the timer beats at each, until exercise time has come this far. */
    private void passUntil(ExerciseTime at) throws Exception {
        while (true) {
            long left =
                    at.micros() - playing().clock().elapsedAt(time.instant()).micros();
            if (left <= 0) {
                return;
            }
            int percent = playing().clock().pace().percent();
            long micros = Math.ceilDiv(left * 100, percent);
            time.advance(Duration.ofNanos(1000 * Math.min(500_000, micros)));
            ticker.beat();
            settle();
        }
    }

    /** Whatever was put before the writer is written when it answers this, which it refuses. */
    private void settle() throws Exception {
        Caller first = caller("M. Okafor");
        assertThat(conduct.acknowledge(first, exercise, ClientId.random(), Long.MAX_VALUE, time.instant())
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(Answer.Refused.class);
    }

    private long sent(String number) {
        return playing()
                .delivered(new InjectNumber(number))
                .map(Delivered::seq)
                .orElseThrow(() -> new AssertionError(number + " has not left"));
    }

    private static InjectNumber number(String words) {
        return new InjectNumber(words.split(" ", -1)[0]);
    }

    private PlannedInject planned(InjectNumber number) {
        return playing().planned(number).orElseThrow();
    }

    private Play playing() {
        return conduct.exercise(Caller.PROGRAM, exercise).content().orElseThrow();
    }

    private long request(ScriptLine line) {
        return Objects.requireNonNull(requests.get(line.arg(0)), line.arg(0));
    }

    private Caller caller(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private Caller who(ScriptLine line) {
        Caller known = people.get(line.who());
        assertThat(known != null || line.verb().equals("joins"))
                .as("nobody yet: %s", line)
                .isTrue();
        return known == null ? Caller.NOBODY : known;
    }

    private ParticipantId person(String words) {
        return people.entrySet().stream()
                .filter(e -> words.startsWith(e.getKey()))
                .map(e -> conduct.standing(e.getValue(), exercise).orElseThrow().participant())
                .findFirst()
                .orElseThrow();
    }

    private static Addressee seat(String cellAndRole) {
        String[] parts = cellAndRole.split("/", -1);
        return new Addressee(new CellCode(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    /** Minutes and seconds with a sign. */
    private static Duration by(String signed) {
        String[] parts = signed.substring(1).split(":", -1);
        Duration length = Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
        return signed.startsWith("-") ? length.negated() : length;
    }
}
