package org.startex.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;

/**
 * The writer of one exercise. It takes what is waiting in order, decides each command on the state that the ones before it left, commits once,
 * and then answers. When a commit fails, or its reply is lost, every command is tried again by itself: the receipt tells what already happened.
 */
final class Desk<S> implements AutoCloseable {
    /** What is committed: state, sequence and hash of the last entry, and when it was recorded. */
    @SuppressWarnings("ArrayRecordComponent")
    record Known<S>(S state, long seq, byte[] hash, Instant recordedAt) {}

    private record Ruled<S>(Command<S> command, Answer answer) {}

    private record Outcome<S>(Known<S> known, List<Ruled<S>> ruled, boolean advanced) {}

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 256;

    private final ExerciseId exercise;
    private final LedgerRepository repository;
    private final Story<S> story;
    private final Function<StoredEntry, LedgerEntry> decode;
    private final FactCodec codec;
    private final InstantSource time;
    private final Signer signer;
    private final Consumer<LedgerAdvanced> afterCommit;
    private final BlockingQueue<Command<S>> waiting = new LinkedBlockingQueue<>(QUEUE);
    private final Thread writer;
    private volatile boolean open = true;
    private volatile @Nullable Known<S> known;

    Desk(
            ExerciseId exercise,
            LedgerRepository repository,
            Story<S> story,
            Function<StoredEntry, LedgerEntry> decode,
            FactCodec codec,
            InstantSource time,
            Signer signer,
            Consumer<LedgerAdvanced> afterCommit) {
        this.exercise = exercise;
        this.repository = repository;
        this.story = story;
        this.decode = decode;
        this.codec = codec;
        this.time = time;
        this.signer = signer;
        this.afterCommit = afterCommit;
        this.writer = Thread.ofVirtual().name("ledger-" + exercise).start(this::work);
    }

    void take(Command<S> command) {
        if (!open || !waiting.offer(command)) {
            command.answer().completeExceptionally(new LedgerUnavailable("the writer takes no more just now"));
        }
    }

    /** What is committed, read from the table at first. */
    Known<S> known() {
        Known<S> now = known;
        if (now != null) {
            return now;
        }
        synchronized (this) {
            if (known == null) {
                known = fold(blank(), repository.after(exercise, 0, Integer.MAX_VALUE));
            }
            return known;
        }
    }

    @Override
    public void close() {
        open = false;
        writer.interrupt();
    }

    private void work() {
        List<Command<S>> batch = new ArrayList<>();
        while (open) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                break;
            }
            waiting.drainTo(batch, BATCH - 1);
            try {
                handle(batch);
            } catch (Error fault) { // the writer lives on: one act must not end an exercise
                LOG.error("acts of exercise {} could not be handled", exercise, fault);
                known = null;
                LedgerUnavailable unavailable = new LedgerUnavailable("the writer failed", fault);
                batch.forEach(command -> command.answer().completeExceptionally(unavailable));
            }
            batch.clear();
        }
        waiting.forEach(c -> c.answer().completeExceptionally(new LedgerUnavailable("the program is stopping")));
    }

    private void handle(List<Command<S>> batch) {
        try {
            answer(commit(batch));
        } catch (RuntimeException together) {
            if (Fault.inAct(together)) {
                batch.forEach(this::handleAlone);
            } else {
                handleAgain(batch, together);
            }
        }
    }

    /** The commit may have happened and only its reply be lost: the receipts tell, so everything is tried once more. */
    private void handleAgain(List<Command<S>> batch, RuntimeException first) {
        LOG.warn(
                "{} acts of exercise {} could not be committed and are tried again: {}",
                batch.size(),
                exercise,
                cause(first));
        try {
            answer(commit(batch));
        } catch (RuntimeException again) {
            LOG.warn("the record of exercise {} cannot be reached: {}", exercise, cause(again));
            LedgerUnavailable unavailable = new LedgerUnavailable("the record cannot be reached", again);
            batch.forEach(command -> command.answer().completeExceptionally(unavailable));
        }
    }

    /** What the database said, in one line: neither the statement nor, as its details may hold them, values of the row. */
    private static String cause(RuntimeException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElseGet(() -> root.getClass().getSimpleName());
    }

    /** One act among the batch cannot be recorded; the others must not suffer from it. */
    private void handleAlone(Command<S> command) {
        try {
            answer(commit(List.of(command)));
        } catch (RuntimeException e) {
            if (Fault.inAct(e)) {
                LOG.error("an act of exercise {} cannot be recorded", exercise, e);
                command.answer().complete(new Answer.Refused(Reason.of("fault")));
            } else {
                handleAgain(List.of(command), e);
            }
        }
    }

    private void answer(Outcome<S> outcome) {
        known = outcome.known();
        for (Ruled<S> ruled : outcome.ruled()) {
            ruled.command().answer().complete(ruled.answer());
        }
        if (outcome.advanced()) {
            try {
                afterCommit.accept(new LedgerAdvanced(exercise, outcome.known().seq()));
            } catch (RuntimeException e) {
                LOG.error("a listener to the record failed", e);
            }
        }
    }

    private Outcome<S> commit(List<Command<S>> batch) {
        return repository.commit(exercise, tx -> new Sitting(tx).decide(batch));
    }

    private Known<S> blank() {
        return new Known<>(story.beginning(exercise), 0, Hashes.NONE, Instant.EPOCH);
    }

    private Known<S> fold(Known<S> from, List<StoredEntry> entries) {
        S state = from.state();
        StoredEntry last = null;
        for (StoredEntry stored : entries) {
            state = story.evolve(state, decode.apply(stored));
            last = stored;
        }
        return last == null ? from : new Known<>(state, last.seq(), last.hash(), last.recordedAt());
    }

    /** One transaction's work: nothing of it counts until the commit. */
    private final class Sitting {
        private final LedgerRepository.Commit tx;
        private final Map<String, Receipt> receipts = new HashMap<>();
        private final List<StoredEntry> entries = new ArrayList<>();
        private final List<Receipt> fresh = new ArrayList<>();
        private final List<Ruled<S>> ruled = new ArrayList<>();
        private Known<S> at;
        private boolean sealing;

        Sitting(LedgerRepository.Commit tx) {
            this.tx = tx;
            this.at = current();
        }

        /** What the table holds now: another node, or a commit whose reply was lost, may have written. */
        private Known<S> current() {
            Known<S> mine = known;
            LedgerRepository.Head head = tx.head();
            if (mine != null && mine.seq() == head.seq() && Arrays.equals(mine.hash(), head.hash())) {
                return mine;
            }
            return mine != null && mine.seq() < head.seq()
                    ? fold(mine, tx.after(mine.seq()))
                    : fold(blank(), tx.after(0));
        }

        Outcome<S> decide(List<Command<S>> batch) {
            long before = at.seq();
            List<ClientId> ids = new ArrayList<>();
            for (Command<S> command : batch) {
                if (command.clientId() != null) {
                    ids.add(command.clientId());
                }
            }
            tx.receipts(ids).forEach(r -> receipts.put(key(r.actor(), r.clientId()), r));
            Instant now = now();
            for (Command<S> command : batch) {
                ruled.add(new Ruled<>(command, rule(command, now)));
            }
            tx.append(entries, fresh, now);
            if (sealing) {
                tx.seal(sign(now));
            }
            return new Outcome<>(at, List.copyOf(ruled), at.seq() > before);
        }

        private Answer rule(Command<S> command, Instant now) {
            ClientId id = command.clientId();
            if (id == null) {
                return judge(command, now);
            }
            Receipt earlier = receipts.get(key(command.actor(), id));
            if (earlier != null) {
                return Arrays.equals(earlier.requestHash(), command.requestHash())
                        ? earlier.answer()
                        : new Answer.Refused(Reason.of("same-id-other-content"));
            }
            Answer answer = judge(command, now);
            Receipt receipt = new Receipt(command.actor(), id, command.requestHash(), answer);
            receipts.put(key(command.actor(), id), receipt);
            fresh.add(receipt);
            return answer;
        }

        private Answer judge(Command<S> command, Instant now) {
            if (sealing) {
                return new Answer.Refused(Reason.of("sealed"));
            }
            return switch (command.act().decide(at.state(), now)) {
                case Ruling.Refused refused -> {
                    refused.before().forEach(draft -> append(draft, now));
                    yield new Answer.Refused(refused.reason());
                }
                case Ruling.Accepted accepted -> {
                    accepted.drafts().forEach(draft -> append(draft, now));
                    yield new Answer.Done(at.seq());
                }
            };
        }

        private void append(Draft draft, Instant now) {
            StoredEntry stored =
                    StoredEntry.chain(exercise, at.seq() + 1, at.hash(), now, draft, codec.encode(draft.fact()));
            entries.add(stored);
            at = fold(at, List.of(stored));
            sealing |= draft.fact() instanceof Fact.Sealing;
        }

        /** Whole microseconds, as PostgreSQL stores them, and never before the last entry. */
        private Instant now() {
            Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
            return now.isBefore(at.recordedAt()) ? at.recordedAt() : now;
        }

        private SealedHead sign(Instant now) {
            String head = Hashes.hex(at.hash());
            byte[] statement = SealedHead.statement(exercise, SealedHead.SEAL, at.seq(), now, head);
            return new SealedHead(
                    exercise,
                    SealedHead.SEAL,
                    at.seq(),
                    now,
                    head,
                    signer.current(),
                    Hashes.hex(signer.sign(statement)));
        }

        private static String key(Actor actor, ClientId id) {
            return actor.value() + " " + id;
        }
    }
}
