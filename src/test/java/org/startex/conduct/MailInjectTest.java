package org.startex.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.startex.Startex;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.PersonId;
import org.startex.ledger.Answer;
import org.startex.ledger.Reason;
import org.startex.mail.MailAddress;
import org.startex.mail.Posted;
import org.startex.people.Caller;
import org.startex.testing.TestPostgres;

/** Injects leave by mail through a restart of the program: all of them, none twice; what becomes of an inject follows it. */
class MailInjectTest {
    private static final Addressee TACTICAL = new Addressee(new CellCode("tactical"), "");
    private static final Addressee REST_CENTRE = new Addressee(new CellCode("rest-centre"), "");
    private static final int INJECTS = 20;

    private final String database = TestPostgres.get().freshDatabase();
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    private ConfigurableApplicationContext start() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "mail-");
        return SpringApplication.run(
                Startex.class,
                Stream.concat(
                                Stream.of(
                                        "--startex.home=" + home,
                                        "--startex.port=" + freePort(),
                                        "--startex.mail-host=127.0.0.1",
                                        "--startex.mail-port="
                                                + greenMail.getSmtp().getPort(),
                                        "--startex.mail-from=exercises@startex.example",
                                        "--startex.mail-allowed=example.org"),
                                TestPostgres.get().settings(database).stream())
                        .toArray(String[]::new));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The program as its director handles it. */
    private record Desk(ConductService conduct, SteeringService steering, InjectMailService mail, Caller director) {
        static Desk of(ConfigurableApplicationContext program) {
            UUID person = (UUID) program.getBean(DSLContext.class)
                    .fetchValue("select person_id from account where username = ?", "director");
            return new Desk(
                    program.getBean(ConductService.class),
                    program.getBean(SteeringService.class),
                    program.getBean(InjectMailService.class),
                    new Caller.SignedIn(new PersonId(person), Set.of(InstallationRole.EXERCISE_DIRECTOR)));
        }

        long sends(ExerciseId id, int number) {
            return done(conduct.sendAdHoc(
                    director,
                    id,
                    ClientId.random(),
                    new AdHocInject(
                            "Report " + number,
                            "Duty officer",
                            List.of(TACTICAL, REST_CENTRE),
                            Channel.MAIL,
                            "Text.")));
        }

        private static long done(CompletableFuture<Answer> answer) {
            return switch (answer.orTimeout(20, TimeUnit.SECONDS).join()) {
                case Answer.Done done -> done.seq();
                case Answer.Refused refused -> throw new AssertionError(refused.toString());
            };
        }
    }

    @Test
    void everyInjectLeavesOnceThroughARestart() throws Exception {
        greenMail.start();
        greenMail.getUserManager().setMessageDeliveryHandler((message, address) -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
            GreenMailUser known = greenMail.getUserManager().getUserByEmail(address.getEmail());
            return known != null
                    ? known
                    : greenMail.getUserManager().createUser(address.getEmail(), address.getEmail(), "x");
        });
        ExerciseId id;
        int before;
        try (ConfigurableApplicationContext program = start()) {
            Desk desk = Desk.of(program);
            id = desk.conduct().plan(desk.director(), "caravan-site", "Caravan site, May", Instant.now());
            assertThat(added(desk, id, TACTICAL, "incident.room@elsewhere.example"))
                    .isEqualTo("mail-address-not-allowed");
            assertThat(added(desk, id, TACTICAL, "nobody")).isEqualTo("mail-address-unfit");
            assertThat(added(desk, id, new Addressee(new CellCode("nowhere"), ""), "a@example.org"))
                    .isEqualTo("nobody-addressed");
            assertThat(added(desk, id, TACTICAL, "price@example.org")).isEmpty();
            assertThat(added(desk, id, TACTICAL, "Okafor@Example.org")).isEmpty();
            assertThat(added(desk, id, REST_CENTRE, "centre@example.org")).isEmpty();
            Desk.done(desk.conduct().start(desk.director(), id, ClientId.random()));
            IntStream.rangeClosed(1, INJECTS).forEach(number -> desk.sends(id, number));
            await(() -> greenMail.getReceivedMessages().length >= 5);
        }
        before = greenMail.getReceivedMessages().length;
        assertThat(before).as("it was stopped in the middle").isLessThan(INJECTS * 3);

        try (ConfigurableApplicationContext program = start()) {
            Desk desk = Desk.of(program);
            List<Delivered> injects =
                    desk.conduct().exercise(desk.director(), id).content().orElseThrow().delivered().stream()
                            .filter(Delivered::adHoc)
                            .toList();
            assertThat(injects).hasSize(INJECTS);
            await(() -> injects.stream().allMatch(inject -> allSent(desk, id, inject.seq(), 3)));
            assertThat(subjects()).hasSize(INJECTS * 3);
            assertThat(Arrays.stream(greenMail.getReceivedMessages()).map(MailInjectTest::messageId))
                    .doesNotHaveDuplicates();
            for (int number = 1; number <= INJECTS; number++) {
                String subject = "EXERCISE: Report " + number;
                assertThat(subjects().stream().filter(subject::equals))
                        .as(subject)
                        .hasSize(3);
            }
            whatBecomesOfAnInjectFollowsIt(desk, id, injects.getFirst().seq());
            aFailedMailIsTriedAgain(
                    desk,
                    program.getBean(DSLContext.class),
                    id,
                    injects.getLast().seq());
            assertThat(desk.mail().trouble(desk.director(), id)).isEmpty();
            whoseAddressIsAddedLateIsSentTheInjectOnce(desk, id, injects.get(1).seq());
            nobodyIsLateBeforeTheMailsOfAnInjectAreWritten(program.getBean(MailReader.class), desk, id);
            invitationsLeaveOnceAndSayWhatBecameOfThem(
                    program.getBean(PlannedPeopleService.class),
                    program.getBean(InvitationService.class),
                    desk.director(),
                    id);
        }
    }

    private void whatBecomesOfAnInjectFollowsIt(Desk desk, ExerciseId id, long inject) {
        Desk.done(desk.steering()
                .correct(desk.director(), id, ClientId.random(), inject, 0, "Something else.", "A slip"));
        await(() -> allSent(desk, id, inject, 6));
        Desk.done(desk.steering().recall(desk.director(), id, ClientId.random(), inject, "Wrong report"));
        await(() -> allSent(desk, id, inject, 9));
        assertThat(subjects().stream().filter(s -> s.equals("EXERCISE CORRECTION: Report 1")))
                .hasSize(3);
        assertThat(subjects().stream().filter(s -> s.equals("EXERCISE RECALLED: Report 1")))
                .hasSize(3);
        assertThat(greenMail.getReceivedMessages())
                .allSatisfy(mail -> assertThat(GreenMailUtil.getBody(mail))
                        .doesNotContain("A slip")
                        .doesNotContain("Wrong report"));
    }

    private void aFailedMailIsTriedAgain(Desk desk, DSLContext sql, ExerciseId id, long inject) {
        Posted mail = desk.mail().mails(desk.director(), id, inject).getFirst();
        assertThat(desk.mail().again(desk.director(), id, inject, mail.key()).map(Reason::code))
                .contains("mail-not-failed");
        assertThat(desk.mail().keepBack(desk.director(), id, inject, mail.key()).map(Reason::code))
                .contains("mail-not-waiting");
        sql.execute("update outbox_mail set state = 'FAILED' where about = ? and key = ?", id.value(), mail.key());
        assertThat(desk.mail().failed(desk.director(), id)).containsExactly(Map.entry(inject, 1));
        assertThat(desk.mail().again(desk.director(), id, inject, mail.key())).isEmpty();
        await(() -> allSent(desk, id, inject, 3));
        assertThat(desk.mail().failed(desk.director(), id)).isEmpty();
    }

    private void whoseAddressIsAddedLateIsSentTheInjectOnce(Desk desk, ExerciseId id, long inject) {
        int had = desk.mail().mails(desk.director(), id, inject).size();
        assertThat(desk.mail().late(desk.director(), id, inject)).isEmpty();
        assertThat(added(desk, id, REST_CENTRE, "late@example.org")).isEmpty();
        assertThat(desk.mail().late(desk.director(), id, inject))
                .extracting(MailAddress::value)
                .containsExactly("late@example.org");
        assertThat(desk.mail().sendToLate(desk.director(), id, inject)).isEmpty();
        await(() -> allSent(desk, id, inject, had + 1));
        assertThat(desk.mail().sendToLate(desk.director(), id, inject).map(Reason::code))
                .contains("mail-late-nobody");
    }

    private void nobodyIsLateBeforeTheMailsOfAnInjectAreWritten(MailReader reader, Desk desk, ExerciseId id) {
        reader.stop();
        long inject = desk.sends(id, INJECTS + 1);
        assertThat(desk.mail().late(desk.director(), id, inject)).isEmpty();
        assertThat(desk.mail().sendToLate(desk.director(), id, inject).map(Reason::code))
                .contains("mail-late-nobody");
        reader.start();
        await(() -> allSent(desk, id, inject, 4));
        assertThat(desk.mail().late(desk.director(), id, inject)).isEmpty();
    }

    private void invitationsLeaveOnceAndSayWhatBecameOfThem(
            PlannedPeopleService people, InvitationService invitations, Caller director, ExerciseId id) {
        String list = """
                Name,Organisation,Cell,Mail
                A. Vane,Council,Tactical,vane@example.org
                B. Ash,Police,Tactical,ash@elsewhere.example
                C. Lee,Police,Tactical,
                """;
        assertThat(people.addAll(director, id, list).wrong()).isEmpty();
        assertThat(invitations.setWords(director, id, "Park behind the station."))
                .isEmpty();
        int before = greenMail.getReceivedMessages().length;

        assertThat(invitations.send(director, id, false)).isEmpty();
        await(() -> states(invitations, director, id)
                .equals(List.of(Invited.State.SENT, Invited.State.NOT_ALLOWED, Invited.State.NO_ADDRESS)));
        assertThat(greenMail.getReceivedMessages()).hasSize(before + 1);
        MimeMessage mail = greenMail.getReceivedMessages()[before];
        assertThat(subjects().getLast()).startsWith("EXERCISE: invitation to Caravan site, May, ");
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("EXERCISE-invitation-A-Vane.ics", "text/calendar");

        assertThat(invitations.send(director, id, false).map(Reason::code))
                .as("nobody is sent a second one unless that is chosen")
                .contains("invitation-nobody");
        assertThat(invitations.send(director, id, true)).isEmpty();
        await(() -> greenMail.getReceivedMessages().length == before + 2);
        await(() -> states(invitations, director, id).getFirst() == Invited.State.SENT);

        UUID vane = invitations.invited(director, id).getFirst().person().id();
        assertThat(invitations.again(director, id, vane).map(Reason::code)).contains("mail-not-failed");
        assertThat(invitations.newLinks(director, id, List.of(vane))).hasSize(1);
        assertThat(states(invitations, director, id).getFirst())
                .as("the link in the mail no longer opens")
                .isEqualTo(Invited.State.TO_SEND);
        assertThat(people.remove(director, id, vane)).isEmpty();
        assertThat(invitations.invited(director, id)).hasSize(2);
    }

    private static List<Invited.State> states(InvitationService invitations, Caller director, ExerciseId id) {
        return invitations.invited(director, id).stream().map(Invited::state).toList();
    }

    private static boolean allSent(Desk desk, ExerciseId id, long inject, int count) {
        List<Posted> mails = desk.mail().mails(desk.director(), id, inject);
        return mails.size() == count && mails.stream().allMatch(mail -> mail.state() == Posted.State.SENT);
    }

    private static String added(Desk desk, ExerciseId id, Addressee owner, String address) {
        return desk.mail()
                .add(desk.director(), id, owner, address)
                .map(Reason::code)
                .orElse("");
    }

    private List<String> subjects() {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(BooleanSupplier done) {
        for (int i = 0; i < 1000 && !done.getAsBoolean(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
