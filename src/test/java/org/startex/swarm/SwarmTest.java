package org.startex.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.startex.Startex;
import org.startex.conduct.AdHocInject;
import org.startex.conduct.ConductService;
import org.startex.conduct.InjectAcknowledged;
import org.startex.conduct.JoinCode;
import org.startex.conduct.JoiningService;
import org.startex.conduct.ParticipantJoined;
import org.startex.conduct.Presence;
import org.startex.conduct.RecordService;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.kernel.PublicAddress;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.people.Caller;
import org.startex.runtime.Program;
import org.startex.testing.FreshInstallation;

/** A swarm in a real exercise over real sockets, on the real clock: what it says is what happened, also where the network meddles. */
@SpringBootTest(classes = Startex.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = FreshInstallation.class)
@DirtiesContext
class SwarmTest {
    private static final CellCode REST_CENTRE = new CellCode("rest-centre");
    private static final CellCode TACTICAL = new CellCode("tactical");

    @Autowired
    ConductService conduct;

    @Autowired
    JoiningService joining;

    @Autowired
    RecordService record;

    @Autowired
    Presence presence;

    @Autowired
    DSLContext sql;

    @Autowired
    InstantSource time;

    @Autowired
    PublicAddress address;

    private Caller director = Caller.NOBODY;
    private ExerciseId exercise = ExerciseId.random();

    @BeforeEach
    void plans() {
        director = new Caller.SignedIn(
                new PersonId((UUID) sql.fetchValue("select person_id from account where username = ?", "director")),
                Set.of(InstallationRole.EXERCISE_DIRECTOR));
        exercise = conduct.plan(director, "caravan-site", "Trial of the hall", time.instant());
    }

    private String code(CellCode cell) {
        return joining.codes(director, exercise).stream()
                .filter(code -> cell.equals(code.cell()))
                .map(JoinCode::code)
                .findFirst()
                .orElseThrow();
    }

    private void act(Function<ClientId, CompletableFuture<Answer>> act) {
        assertThat(act.apply(ClientId.random()).orTimeout(10, TimeUnit.SECONDS).join())
                .isInstanceOf(Answer.Done.class);
    }

    private void startex() {
        act(id -> conduct.start(director, exercise, id));
    }

    private void endex() {
        act(id -> conduct.end(director, exercise, id, ""));
    }

    private void inject(String title, CellCode... to) {
        AdHocInject inject = new AdHocInject(
                title,
                "Control",
                List.of(to).stream().map(c -> Addressee.of(c.toString())).toList(),
                Channel.PHONE,
                title);
        act(id -> conduct.sendAdHoc(director, exercise, id, inject));
    }

    private List<ParticipantJoined> players() {
        return record.read(director, exercise, 0, 10_000).stream()
                .map(LedgerEntry::fact)
                .filter(ParticipantJoined.class::isInstance)
                .map(ParticipantJoined.class::cast)
                .filter(joined -> joined.role() == ExerciseRole.PLAYER)
                .toList();
    }

    private void awaitPlayers(int players) throws InterruptedException {
        awaitPlayers(players, players);
    }

    private void awaitPlayers(int joined, int connected) throws InterruptedException {
        await(() -> players().size() == joined
                && players().stream()
                                .filter(player -> presence.connected(exercise, player.participant()))
                                .count()
                        == connected);
        // Their first questions are answered.
        Thread.sleep(700);
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private SwarmPlan plan(int port, int players, int acknowledge, int decide, int drop, CellCode... cells) {
        return new SwarmPlan(
                URI.create("http://localhost:" + port),
                List.of(cells).stream().map(this::code).toList(),
                players,
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                11,
                acknowledge,
                decide,
                Duration.ofMillis(150),
                drop);
    }

    private static CompletableFuture<SwarmReport> begin(SwarmPlan plan) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Swarm(plan).run(progress -> {});
                    } catch (SwarmRefused | InterruptedException failure) {
                        throw new IllegalStateException(failure);
                    }
                },
                Thread::startVirtualThread);
    }

    private static SwarmReport result(CompletableFuture<SwarmReport> swarm) {
        return swarm.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private long recorded(Class<?> kind) {
        return record.read(director, exercise, 0, 10_000).stream()
                .filter(entry -> kind.isInstance(entry.fact()))
                .count();
    }

    @Test
    void thirtyPlayersLoseNothingThoughConnectionsAreLost() throws Exception {
        SwarmPlan plan = plan(address.base().getPort(), 30, 50, 10, 100, REST_CENTRE, TACTICAL);
        long soonLost = IntStream.range(0, plan.players())
                .filter(player -> new Temper(plan, player).toNextLoss().toMillis() < 3_000)
                .count();
        assertThat(soonLost).as("the seed makes it worth while").isPositive();
        CompletableFuture<SwarmReport> swarm = begin(plan);
        awaitPlayers(30);
        startex();
        for (int i = 1; i <= 24; i++) {
            inject("Inject " + i, i % 2 == 0 ? REST_CENTRE : TACTICAL);
            Thread.sleep(120);
        }
        Thread.sleep(1_500);
        endex();
        SwarmReport report = result(swarm);
        String told = String.join("\n", report.lines());
        assertThat(report.good()).as(told).isTrue();
        assertThat(report.joined()).as(told).isEqualTo(30);
        assertThat(report.resumes()).as(told).isGreaterThanOrEqualTo(soonLost);
        // Inject 1 of the plan goes to both cells at STARTEX.
        assertThat(report.live().count() + report.missed().count()).as(told).isEqualTo(30 + 24 * 15);
        assertThat(report.missed().count()).as(told).isPositive();
        assertThat(report.missed().millis(1))
                .as(told)
                .isGreaterThan(report.live().millis(0.5));
        assertThat(report.live().millis(0.5)).as(told).isBetween(-report.uncertainMillis(), 500.0);
        assertThat(report.uncertainMillis()).as(told).isBetween(0.0, 500.0);
        assertThat(report.acknowledged()).as(told).isPositive().isEqualTo(recorded(InjectAcknowledged.class));
        assertThat(report.decided()).as(told).isPositive().isEqualTo(recorded(DecisionRecorded.class));
    }

    @Test
    void whatTheNetworkSwallowsRepeatsOrHoldsUpIsCounted() throws Exception {
        AtomicInteger swallowed = new AtomicInteger();
        AtomicInteger repeated = new AtomicInteger();
        try (MeddlingCable cable = new MeddlingCable(address.base().getPort(), frame -> {
            if (frame.contains("Held up") && frame.contains("\"inject\"")) {
                pause(Duration.ofMillis(600));
            }
            if (frame.contains("Repeated") && frame.contains("\"inject\"")) {
                return repeated.getAndIncrement() == 0 ? 2 : 1;
            }
            return frame.contains("Swallowed") && swallowed.getAndIncrement() == 0 ? 0 : 1;
        })) {
            CompletableFuture<SwarmReport> swarm = begin(plan(cable.port(), 4, 0, 0, 0, TACTICAL));
            awaitPlayers(4);
            startex();
            inject("In time", TACTICAL);
            inject("Repeated", TACTICAL);
            inject("Held up", TACTICAL);
            Thread.sleep(800);
            inject("Swallowed", TACTICAL);
            // Until everybody has been told that there is nothing more up to here: not in the interval of an entry, but
            // in the next.
            Thread.sleep(4_300);
            endex();
            SwarmReport report = result(swarm);
            String told = String.join("\n", report.lines());
            assertThat(report.lost()).as(told).isEqualTo(1);
            assertThat(report.doubled()).as(told).isEqualTo(1);
            assertThat(report.errors()).as(told).isZero();
            assertThat(report.good()).as(told).isFalse();
            assertThat(report.live().millis(1)).as(told).isGreaterThan(590);
            assertThat(report.live().millis(0.5)).as(told).isLessThan(590);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theExitStatusSaysWhetherItWasGood() throws Exception {
        String url = address.base().toString();
        assertThat(swarm(url, "ZZZZZZ")).isEqualTo(2);
        assertThat(swarm("http://localhost:1", code(TACTICAL))).isEqualTo(2);
        assertThat(swarm("localhost", code(TACTICAL))).isEqualTo(2);
        String waiting = joining.codes(director, exercise).stream()
                .filter(code -> code.cell() == null)
                .map(JoinCode::code)
                .findFirst()
                .orElseThrow();
        assertThat(swarm(url, waiting)).as("a code without a cell").isEqualTo(2);
        assertThat(swarm(url, code(TACTICAL))).isZero();

        CompletableFuture<Integer> ejected = CompletableFuture.supplyAsync(() -> swarm(url, code(TACTICAL)));
        awaitPlayers(6, 3);
        act(id -> conduct.eject(director, exercise, id, players().getLast().participant(), "No player."));
        assertThat(ejected.get(40, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private static int swarm(String url, String code) {
        return Program.run(
                Startex.class,
                "swarm",
                "--url",
                url,
                "--code",
                code,
                "--players",
                "3",
                "--join-over",
                "0s",
                "--for",
                "2s");
    }
}
