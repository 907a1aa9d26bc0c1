package org.startex.conduct;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.Ledger;
import org.startex.ledger.LedgerAdvanced;
import org.startex.ledger.LedgerEntry;
import org.startex.mail.Outbox;
import org.startex.mail.Posted;

/**
 * Reads the record of each exercise that has mail addresses, by sequence and after the commit, and leaves the mails that its entries cause in the outbox. The mails and the cursor are
 * written in one transaction: no entry is passed over, and none is read twice. {@link LedgerAdvanced} only makes it look sooner.
 */
@Component
public class MailReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailReader.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration TOGETHER = Duration.ofMillis(50);
    private static final int PAGE = 200;

    private final Ledger<Exercise> ledger;
    private final MailRepository repository;
    private final Outbox outbox;
    private final Semaphore bell = new Semaphore(0);
    private final Set<ExerciseId> known = ConcurrentHashMap.newKeySet();
    private final Set<ExerciseId> advanced = ConcurrentHashMap.newKeySet();
    /** How far a record is known to have been read by somebody; the truth is in the table. */
    private final Map<ExerciseId, Long> upTo = new ConcurrentHashMap<>();

    private volatile @Nullable Thread worker;
    private volatile boolean deaf;

    MailReader(Ledger<Exercise> ledger, MailRepository repository, Outbox outbox) {
        this.ledger = ledger;
        this.repository = repository;
        this.outbox = outbox;
    }

    @Override
    public void start() {
        // known before it starts: it goes on only while it is the one
        Thread thread = Thread.ofPlatform().daemon().name("mail-reader").unstarted(this::work);
        worker = thread;
        thread.start();
    }

    /** After the page that is being read. */
    @Override
    public void stop() {
        Thread old = worker;
        worker = null;
        bell.release();
        if (old != null) {
            try {
                old.join(FAREWELL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @EventListener
    void on(LedgerAdvanced hint) {
        if (known.contains(hint.exercise())) {
            advanced.add(hint.exercise());
            bell.release();
        }
    }

    /** The record of this exercise is to be read from now on. */
    void begin(ExerciseId exercise) {
        known.add(exercise);
    }

    private void work() {
        long nextRound = System.nanoTime();
        while (worker == Thread.currentThread()) {
            try {
                if (System.nanoTime() - nextRound >= 0) {
                    nextRound = System.nanoTime() + ROUND.toNanos();
                    known.addAll(repository.readExercises());
                    advanced.addAll(known);
                }
                for (ExerciseId exercise : List.copyOf(advanced)) {
                    advanced.remove(exercise);
                    read(exercise);
                }
                if (deaf) {
                    deaf = false;
                    LOG.info("the record can be read for mail again");
                }
                if (bell.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(TOGETHER); // entries come in bursts, and mail has time
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!deaf) {
                    deaf = true;
                    LOG.warn("the record cannot be read for mail: {}", e.toString());
                }
                pause();
            } catch (Error fault) { // else no mail would ever leave again
                LOG.error("reading the record for mail failed", fault);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ROUND.dividedBy(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads an exercise's record to its end. Called at each hint and every few seconds; tests call it by hand. */
    public void read(ExerciseId exercise) {
        long head = ledger.head(exercise);
        if (head <= upTo.getOrDefault(exercise, -1L)) {
            return;
        }
        boolean[] more = {true};
        while (more[0]) {
            more[0] = false;
            repository.read(exercise, cursor -> {
                if (cursor >= head) {
                    return cursor;
                }
                long read = page(exercise, cursor, head);
                more[0] = read > cursor && read < head;
                return read;
            });
        }
        upTo.put(exercise, head);
        outbox.hurry();
    }

    private long page(ExerciseId exercise, long cursor, long head) {
        Play play = ledger.state(exercise).content().orElse(null);
        long read = cursor;
        for (LedgerEntry entry : ledger.read(exercise, cursor, PAGE)) {
            if (entry.seq() > head) {
                break;
            }
            if (play != null && outbox.configured()) {
                causes(play, entry);
            }
            read = entry.seq();
        }
        return read;
    }

    private void causes(Play play, LedgerEntry entry) {
        switch (entry.fact()) {
            case InjectDelivered inject ->
                InjectLetters.delivered(play, entry, inject, repository.boxes(play.id()))
                        .forEach(outbox::post);
            case InjectRecalled recall -> {
                // What has not left does not leave any more. Only then it is certain who has something to forget.
                mails(play, recall).stream()
                        .filter(mail -> mail.state() == Posted.State.WAITING)
                        .forEach(mail -> outbox.withdraw(play.id().value(), mail.key()));
                amended(play, entry, recall);
            }
            case InjectCorrected correction -> amended(play, entry, correction);
            default -> {
                // causes no mail
            }
        }
    }

    private void amended(Play play, LedgerEntry entry, InjectAmended act) {
        InjectLetters.amended(play, entry, act, mails(play, act)).forEach(outbox::post);
    }

    private List<Posted> mails(Play play, InjectAmended act) {
        return outbox.mails(play.id().value(), InjectLetters.matter(act.inject()));
    }
}
