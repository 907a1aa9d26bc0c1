package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.conduct.InjectReceipt;
import org.startex.conduct.ReceiptService;
import org.startex.kernel.ParticipantId;
import org.startex.people.Caller;

/** A full hall's receipts come all at once, and each is kept. */
@FeedTest
class ReceiptsTest {
    @Autowired
    Stage stage;

    @Autowired
    ReceiptService receipts;

    @Test
    void receiptsOfManyPagesAtOnceAreAllKept() {
        Stage.Exercise exercise = stage.started();
        List<Stage.Player> players = IntStream.range(0, 12)
                .mapToObj(i -> exercise.join(Stage.REST_CENTRE))
                .toList();
        List<Long> injects = IntStream.range(0, 5)
                .mapToObj(i -> exercise.adHoc("Inject " + i, "x", "rest-centre"))
                .toList();
        CompletableFuture<?>[] all = players.stream()
                .flatMap(player -> {
                    Caller caller = new Caller.Joined(exercise.id(), player.participant());
                    // Two pages of the same person tell the same.
                    return Stream.<Runnable>of(
                            () -> receipts.received(caller, exercise.id(), injects),
                            () -> receipts.received(caller, exercise.id(), injects),
                            () -> receipts.seen(caller, exercise.id(), injects.subList(0, 2)));
                })
                .map(act -> CompletableFuture.runAsync(act, Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        Map<Long, Map<ParticipantId, InjectReceipt>> kept = receipts.receipts(exercise.director(), exercise.id());
        for (long inject : injects) {
            assertThat(kept.getOrDefault(inject, Map.of())).hasSize(12);
            assertThat(kept.getOrDefault(inject, Map.of()).values())
                    .allSatisfy(
                            receipt -> assertThat(receipt.seenAt().isPresent()).isEqualTo(injects.indexOf(inject) < 2));
        }
    }
}
