package org.startex.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.startex.mail.MailServer.Security;
import org.startex.mail.Posted.State;
import org.startex.testing.DatabaseTest;
import org.startex.testing.SettableTime;

/** Recorded first, sent second, retried, never doubled. */
@DatabaseTest
class OutboxTest {
    private static final MailAddress PRICE = new MailAddress("g.price@example.org");
    private static final MailAddress OKAFOR = new MailAddress("m.okafor@example.org");

    private final UUID about = UUID.randomUUID();
    private final Map<UUID, Passage> passages = new HashMap<>();
    private final Map<String, byte[]> stored = new HashMap<>();
    private final DSLContext sql;
    private final OutboxRepository repository;
    private final TransactionTemplate transaction;
    private final SettableTime time;
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    OutboxTest(DSLContext sql, TransactionTemplate transaction, SettableTime time) {
        this.sql = sql;
        this.repository = new OutboxRepository(sql);
        this.transaction = transaction;
        this.time = time;
    }

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    private static MailServer server(int port, Security security) {
        return new MailServer(
                "127.0.0.1",
                port,
                security,
                null,
                new MailAddress("exercises@startex.example"),
                AllowList.of(List.of("example.org")));
    }

    private Postman postman(int port) {
        return new Postman(
                repository,
                new MailSettings(server(port, Security.NONE)),
                List.of(id -> passages.getOrDefault(id, Passage.OPEN)),
                digest -> Optional.ofNullable(stored.get(digest)),
                time);
    }

    private Postman postman() {
        return postman(greenMail.getSmtp().getPort());
    }

    private Outbox outbox() {
        return new Outbox(repository, postman(1), new MailSettings(server(1, Security.NONE)), time);
    }

    private Letter letter(String key, MailAddress to) {
        return Letter.plain(about, key, "inject 1", to, "EXERCISE: Grüße", "Body of " + key, true, time.instant());
    }

    private void post(String key, MailAddress to) {
        assertThat(outbox().post(letter(key, to))).isTrue();
    }

    private Posted posted(String key) {
        return outbox().mails(about).stream()
                .filter(mail -> mail.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> bodies() {
        return Arrays.stream(greenMail.getReceivedMessages())
                .map(GreenMailUtil::getBody)
                .toList();
    }

    @Test
    void aMailIsRecordedAndThenSentOnce() throws MessagingException {
        post("1", PRICE);
        assertThat(outbox().post(letter("1", PRICE))).as("the same again").isFalse();
        assertThat(posted("1").state()).isEqualTo(State.WAITING);

        assertThat(postman().deliver()).isEqualTo(1);
        assertThat(postman().deliver()).isZero();

        MimeMessage mail = greenMail.getReceivedMessages()[0];
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("EXERCISE: Grüße");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Startex-Exercise")).containsExactly(about.toString());
        assertThat(mail.getHeader("Message-ID")[0]).matches("<startex\\.[0-9a-f]{32}@startex\\.example>");
        assertThat(mail.getFrom()[0]).hasToString("EXERCISE <exercises@startex.example>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(posted("1").state()).isEqualTo(State.SENT);
        assertThat(posted("1").answer()).startsWith("250");
        assertThat(posted("1").settledAt()).contains(time.instant());
    }

    @Test
    void whatWasNotCommittedIsNotSent() {
        transaction.executeWithoutResult(status -> {
            post("1", PRICE);
            status.setRollbackOnly();
        });
        assertThat(postman().deliver()).isZero();
        assertThat(outbox().mails(about)).isEmpty();
    }

    @Test
    void anInvitationHasItsFileAndIsNoPartOfPlay() throws Exception {
        passages.put(about, Passage.HELD);
        Enclosure calendar = new Enclosure.Whole(
                "exercise.ics",
                "text/calendar; charset=utf-8; method=PUBLISH",
                "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
        Enclosure picture = new Enclosure.Stored("map.png", "image/png", "ab".repeat(32));
        stored.put("ab".repeat(32), new byte[] {1, 2, 3});
        Letter secret = new Letter(
                about,
                "invitation",
                "invitation",
                PRICE,
                "You are invited",
                "Come by https://x.example/#token",
                false,
                true,
                time.instant(),
                List.of(calendar, picture));
        assertThat(secret.toString()).doesNotContain("token");
        assertThat(outbox().post(secret)).isTrue();
        assertThat(postman().deliver()).isEqualTo(1);
        MimeMessage mail = greenMail.getReceivedMessages()[0];
        assertThat(mail.getHeader("X-Startex-Exercise")).isNull();
        assertThat(GreenMailUtil.getWholeMessage(mail))
                .contains("exercise.ics", "text/calendar", "map.png", "image/png", "AQID", "#token");
        assertThat(sql.fetchValue("select body from outbox_mail where about = ?", about))
                .as("a secret that has left is forgotten")
                .isEqualTo("");
        assertThat(sql.fetchValue("select count(*) from outbox_file where about = ?", about))
                .isEqualTo(0L);
    }

    @Test
    void aMailWhoseFileIsGoneFailsRatherThanLeaveWithoutIt() {
        assertThat(outbox().post(new Letter(
                        about,
                        "1",
                        "inject 1",
                        PRICE,
                        "EXERCISE: x",
                        "x",
                        true,
                        false,
                        time.instant(),
                        List.of(new Enclosure.Stored("map.png", "image/png", "cd".repeat(32))))))
                .isTrue();
        assertThat(postman().deliver()).isZero();
        assertThat(posted("1").state()).isEqualTo(State.FAILED);
        assertThat(posted("1").answer()).contains("map.png");

        stored.put("cd".repeat(32), new byte[] {1, 2, 3});
        assertThat(outbox().again(about, "1")).isTrue();
        assertThat(postman().deliver()).isEqualTo(1);
        outbox().forget(about, "inject 1");
        assertThat(outbox().mails(about)).isEmpty();
    }

    @Test
    void whileTheServerIsAwayMailWaitsLongerAndLonger() {
        int port = greenMail.getSmtp().getPort();
        greenMail.stop();
        post("1", PRICE);
        post("2", OKAFOR);
        assertThat(postman(port).deliver()).isZero();
        assertThat(posted("1").delayed()).isTrue();
        assertThat(posted("1").answer()).contains("127.0.0.1:" + port);
        assertThat(posted("2").attempts()).as("the same line was down for it").isEqualTo(1);
        Duration first = Duration.between(time.instant(), posted("1").next());
        time.advance(first);
        assertThat(postman(port).deliver()).isZero();
        assertThat(Duration.between(time.instant(), posted("1").next())).isGreaterThan(first);

        time.set(posted("1").next());
        greenMail.start();
        assertThat(postman().deliver()).isEqualTo(2);
        assertThat(posted("1").attempts()).isEqualTo(3);
    }

    @Test
    void afterHoursInVainAMailHasFailedAndCanBeTriedAgain() {
        int port = greenMail.getSmtp().getPort();
        greenMail.stop();
        post("1", PRICE);
        for (int i = 0; i < 200 && posted("1").state() == State.WAITING; i++) {
            time.set(posted("1").next());
            postman(port).deliver();
        }
        assertThat(posted("1").state()).isEqualTo(State.FAILED);
        assertThat(Duration.between(SettableTime.START, time.instant()))
                .isBetween(Pauses.PATIENCE, Pauses.PATIENCE.plusMinutes(10));
        greenMail.start();
        assertThat(postman().deliver()).isZero();
        assertThat(outbox().again(about, "1")).isTrue();
        assertThat(postman().deliver()).isEqualTo(1);
        assertThat(outbox().again(about, "1")).as("it has arrived").isFalse();
    }

    @Test
    void aRefusalForGoodIsKeptAndARefusalForNowIsTriedAgain() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.answers(PRICE.value(), "550 5.1.1 mailbox unavailable")
                    .answers(OKAFOR.value(), "451 4.7.1 greylisted, come back later");
            post("1", PRICE);
            post("2", OKAFOR);
            post("3", new MailAddress("s.lindqvist@example.org"));
            assertThat(postman(server.port()).deliver()).isEqualTo(1);
            assertThat(posted("1").state()).isEqualTo(State.FAILED);
            assertThat(posted("1").answer()).isEqualTo("550 5.1.1 mailbox unavailable");
            assertThat(posted("2").delayed()).isTrue();
            assertThat(posted("2").answer()).startsWith("451");
            assertThat(posted("3").answer()).isEqualTo("250 kept as 1");

            server.answers(OKAFOR.value(), "250 ok");
            assertThat(postman(server.port()).deliver()).as("not yet").isZero();
            time.set(posted("2").next());
            assertThat(postman(server.port()).deliver()).isEqualTo(1);
        }
    }

    @Test
    void mailsToOneAddressKeepTheirOrder() {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.answers(PRICE.value(), "450 busy");
            post("000000000001", PRICE);
            post("000000000002", PRICE);
            post("000000000002 okafor", OKAFOR);
            assertThat(postman(server.port()).deliver()).isEqualTo(1);
            assertThat(posted("000000000002").attempts())
                    .as("it waits for the first")
                    .isZero();
            server.answers(PRICE.value(), "250 ok");
            time.set(posted("000000000001").next());
            assertThat(postman(server.port()).deliver()).isEqualTo(2);
            assertThat(server.mails().get(1)).contains("Body of 000000000001");
            assertThat(server.mails().get(2)).contains("Body of 000000000002");
        }
    }

    @Test
    void aMailOfWhichTheServersAnswerWasLostIsTheSameMailTheSecondTime() {
        try (ScriptedServer server = ScriptedServer.start()) {
            post("1", PRICE);
            server.hangsUpAfterMail(true);
            assertThat(postman(server.port()).deliver()).isZero();
            assertThat(posted("1").delayed()).isTrue();
            server.hangsUpAfterMail(false);
            time.set(posted("1").next());
            assertThat(postman(server.port()).deliver()).isEqualTo(1);
            assertThat(server.mails()).hasSize(2);
            assertThat(server.mails())
                    .extracting(OutboxTest::messageId)
                    .allMatch(messageId(server.mails().getFirst())::equals);
        }
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void manyPostmenSendEachMailOnce() throws InterruptedException {
        Set<MailAddress> people = Set.of(PRICE, OKAFOR);
        IntStream.range(0, 40).forEach(i -> people.forEach(to -> post("%012d %s".formatted(i, to), to)));
        List<Thread> postmen = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int round = 0; round < 100 && waiting() > 0; round++) {
                        postman().deliver();
                    }
                }))
                .toList();
        for (Thread each : postmen) {
            each.join();
        }
        assertThat(bodies()).hasSize(80);
        assertThat(Arrays.stream(greenMail.getReceivedMessages())
                        .map(OutboxTest::id)
                        .distinct())
                .hasSize(80);
    }

    private long waiting() {
        return repository.counts().getOrDefault(State.WAITING, 0);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whileARealIncidentStopsPlayNothingSimulatedLeaves() {
        UUID other = UUID.randomUUID();
        passages.put(about, Passage.HELD);
        post("1", PRICE);
        outbox().post(Letter.plain(other, "1", "m", PRICE, "EXERCISE: other", "x", true, time.instant()));
        assertThat(postman().deliver()).as("another exercise goes on").isEqualTo(1);
        assertThat(posted("1").state()).isEqualTo(State.WAITING);
        assertThat(posted("1").attempts()).isZero();
        passages.put(about, Passage.OPEN);
        assertThat(postman().deliver()).isEqualTo(1);
    }

    @Test
    void afterEndexWhatWaitsIsWithdrawn() {
        passages.put(about, Passage.CLOSED);
        post("1", PRICE);
        assertThat(postman().deliver()).isZero();
        assertThat(posted("1").state()).isEqualTo(State.WITHDRAWN);
        passages.clear();
        assertThat(postman().deliver()).isZero();
    }

    @Test
    void aWithdrawnMailDoesNotLeave() {
        post("1", PRICE);
        assertThat(outbox().withdraw(about, "1")).isTrue();
        assertThat(outbox().withdraw(about, "1")).isFalse();
        assertThat(postman().deliver()).isZero();
        post("2", new MailAddress("someone@elsewhere.example"));
        postman().deliver();
        assertThat(outbox().failed(about)).hasSize(1);
        assertThat(outbox().withdraw(about, "2")).as("a failed one is let be").isTrue();
        assertThat(outbox().failed(about)).isEmpty();
    }

    @Test
    void theLastMailOfEachMatterIsReadWithoutTheEarlierOnesAndThoseThatWereKeptBack() {
        invite("1", "invitation a");
        time.advance(Duration.ofSeconds(1));
        invite("2", "invitation a");
        invite("3", "invitation b");
        time.advance(Duration.ofSeconds(1));
        invite("4", "invitation b");
        invite("5", "invitation c");
        post("6", PRICE);
        outbox().withdraw(about, "4");
        outbox().withdraw(about, "5");
        assertThat(outbox().latest(about, "invitation "))
                .extracting(Posted::key)
                .containsExactly("2", "3");
        assertThat(outbox().latest(UUID.randomUUID(), "invitation ")).isEmpty();
    }

    private void invite(String key, String matter) {
        outbox().post(Letter.plain(about, key, matter, PRICE, "EXERCISE: x", "x", false, time.instant()));
    }

    @Test
    void theAllowListIsAskedAgainWhenAMailLeaves() {
        MailAddress stranger = new MailAddress("someone@elsewhere.example");
        post("1", stranger);
        assertThat(postman().deliver()).isZero();
        assertThat(posted("1").state()).isEqualTo(State.FAILED);
        assertThat(posted("1").answer()).contains("STARTEX_MAIL_ALLOWED");
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutAServerNothingIsTakenAndNothingSent() {
        Postman idle = new Postman(repository, MailSettings.OFF, List.of(), digest -> Optional.empty(), time);
        Outbox off = new Outbox(repository, idle, MailSettings.OFF, time);
        assertThat(off.post(letter("1", PRICE))).isFalse();
        assertThat(off.mails(about)).isEmpty();
        post("2", PRICE);
        assertThat(idle.deliver()).isZero();
        idle.start();
        assertThat(idle.isRunning()).isFalse();
        assertThat(off.allows(PRICE)).isFalse();
    }

    @Test
    void aServerThatDoesNotEncryptGetsNoMailUnlessThatIsWanted() {
        MailSettings encrypted = new MailSettings(server(greenMail.getSmtp().getPort(), Security.STARTTLS));
        Postman careful = new Postman(repository, encrypted, List.of(), digest -> Optional.empty(), time);
        post("1", PRICE);
        assertThat(careful.deliver()).isZero();
        assertThat(posted("1").answer()).contains("STARTTLS");
        assertThat(new Outbox(repository, careful, encrypted, time).trouble().orElseThrow())
                .contains("STARTTLS");
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aConnectionIsTried() {
        MailSettings good = new MailSettings(server(greenMail.getSmtp().getPort(), Security.NONE));
        assertThat(new Outbox(repository, postman(), good, time).trouble()).isEmpty();
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "two\r\nBcc: x@example.org", "a\u2028b", "a\u0085b", "bell\u0007"})
    void aSubjectIsOneLine(String subject) {
        assertThatThrownBy(() -> Letter.plain(about, "1", "m", PRICE, subject, "x", true, SettableTime.START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileHasNoFolderAndNoHeaderOfItsOwn() {
        assertThatThrownBy(() -> new Enclosure.Whole("../x.ics", "text/calendar", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Enclosure.Whole("x.ics", "text/calendar\r\nBcc: x@example.org", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
