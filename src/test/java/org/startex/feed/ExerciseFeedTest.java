package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.startex.kernel.ExerciseId;

class ExerciseFeedTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void aFaultDelaysTheFeedAndDoesNotSilenceIt() throws InterruptedException {
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch readAgain = new CountDownLatch(1);
        ExerciseFeed feed = new ExerciseFeed(
                ExerciseId.random(),
                (after, limit) -> {
                    if (reads.incrementAndGet() == 1) {
                        throw new StackOverflowError("for the test");
                    }
                    readAgain.countDown();
                    return List.of();
                },
                id -> Map.of(),
                InstantSource.fixed(Instant.EPOCH),
                new FeedRhythm(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, Duration.ofMinutes(1)),
                socket -> {},
                () -> false);
        Thread thread = Thread.ofVirtual().start(feed);
        assertThat(readAgain.await(20, TimeUnit.SECONDS)).isTrue();
        feed.stop();
        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
    }
}
