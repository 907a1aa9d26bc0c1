package org.startex.conduct;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/**
 * Writes receipts. Those that come while others are being written go together in one statement: a full hall sends a thousand at once, and each commit waits for
 * the disk.
 */
@Component
class ReceiptWriter {
    /** Of what, and by whom. */
    record Key(ExerciseId exercise, ParticipantId participant, long seq) {}

    private record Waiting(Map<Key, InjectReceipt> receipts, CompletableFuture<Void> written) {}

    private static final int MOST_ROWS = 2_000;

    private final ConductRepository repository;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    ReceiptWriter(ConductRepository repository) {
        this.repository = repository;
    }

    /** Returns once they are written; throws what the database throws, and then none of them is. */
    void write(ExerciseId exercise, ParticipantId participant, Collection<Long> seqs, Instant now, boolean seen) {
        if (seqs.isEmpty()) {
            return;
        }
        Map<Key, InjectReceipt> receipts = new LinkedHashMap<>();
        InjectReceipt receipt = new InjectReceipt(now, seen ? Optional.of(now) : Optional.empty());
        seqs.forEach(seq -> receipts.put(new Key(exercise, participant, seq), receipt));
        Waiting mine = new Waiting(receipts, new CompletableFuture<>());
        if (isFirst(mine)) {
            for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
                write(batch);
            }
        }
        try {
            mine.written().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private synchronized boolean isFirst(Waiting mine) {
        queue.add(mine);
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** What is written next; nothing when nobody waits, and then the next to come is the first again. */
    private synchronized List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        int rows = 0;
        while (!queue.isEmpty()
                && (batch.isEmpty() || rows + queue.peek().receipts().size() <= MOST_ROWS)) {
            Waiting one = queue.remove();
            rows += one.receipts().size();
            batch.add(one);
        }
        writing = !batch.isEmpty();
        return batch;
    }

    private void write(List<Waiting> batch) {
        try {
            repository.received(together(batch.stream().map(Waiting::receipts)));
            batch.forEach(one -> one.written().complete(null));
        } catch (RuntimeException | Error failure) {
            batch.forEach(one -> one.written().completeExceptionally(failure));
        }
    }

    /** One statement may name each row once: the same page may have been heard twice. */
    static Map<Key, InjectReceipt> together(Stream<Map<Key, InjectReceipt>> parts) {
        Map<Key, InjectReceipt> all = new LinkedHashMap<>();
        parts.forEach(part -> part.forEach((key, receipt) -> all.merge(
                key,
                receipt,
                (a, b) -> new InjectReceipt(a.receivedAt(), a.seenAt().or(b::seenAt)))));
        return all;
    }
}
