package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/** A thousand people who join at once and find no connection are one event in the log. */
class FailedRequestsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedRequests.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Deque<Runnable> afterwards = new ArrayDeque<>();
    private final FailedRequests failed = new FailedRequests(afterwards::add);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
    }

    @Test
    void aStormIsOneLineWhenItBeginsAndOneThatCountsIt() {
        IntStream.range(0, 1_000).parallel().forEach(i -> failed.tell(noConnection()));

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo(
                            "a player's page got no connection to the database and was told to wait: Connection is not available, request timed out after 2000ms");
            assertThat(line.getThrowableProxy()).as("no trace").isNull();
        });
        afterwards.remove().run();
        assertThat(lines.list.getLast().getFormattedMessage())
                .isEqualTo("999 more requests of players' pages failed within 30 s for the same reason");

        failed.tell(noConnection());
        assertThat(lines.list).as("the next storm has its own line").hasSize(3);
        afterwards.remove().run();
        assertThat(lines.list).as("one alone needs no count").hasSize(3);
    }

    @Test
    void whatSomebodyMustLookIntoHasItsTraceBesideAStorm() {
        failed.tell(noConnection());
        failed.tell(new IllegalStateException("a rule that throws"));
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.ERROR);
        assertThat(lines.list.getLast().getThrowableProxy().getMessage()).isEqualTo("a rule that throws");
    }

    @Test
    void whatMustNotBeLoggedIsNot() {
        failed.tellWithoutContent(new IllegalStateException("what somebody wrote"));
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .isEqualTo("a request of a player's page failed: IllegalStateException");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    private static RuntimeException noConnection() {
        return new CannotCreateTransactionException(
                "Could not open a connection",
                new SQLTransientConnectionException("Connection is not available, request timed out after 2000ms"));
    }
}
