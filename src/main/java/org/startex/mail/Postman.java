package org.startex.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.startex.kernel.Texts;

/**
 * Takes mail from the outbox to the server, one after the other. A mail is locked while it is handed over, so that two nodes do not send the same; one that was handed over when the
 * program died is handed over again, with the same Message-ID. Without a server it does nothing.
 */
@Component
public class Postman implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofMillis(2500);

    private final OutboxRepository repository;
    private final MailSettings settings;
    private final List<PostGate> gates;
    private final StoredFiles files;
    private final InstantSource time;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread walker;
    private volatile boolean deaf;
    private volatile String trouble = "";

    Postman(
            OutboxRepository repository,
            MailSettings settings,
            List<PostGate> gates,
            StoredFiles files,
            InstantSource time) {
        this.repository = repository;
        this.settings = settings;
        this.gates = List.copyOf(gates);
        this.files = files;
        this.time = time;
    }

    /** There is something to take. */
    void ring() {
        bell.release();
    }

    @Override
    public void start() {
        if (settings.server() != null) {
            // known before it starts: it goes on only while it is the one
            Thread thread = Thread.ofPlatform().daemon().name("postman").unstarted(this::walk);
            walker = thread;
            thread.start();
        }
    }

    /** After the mail that is being handed over, if that does not take long. */
    @Override
    public void stop() {
        Thread old = walker;
        walker = null;
        ring();
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
        return walker != null;
    }

    private void walk() {
        while (walker == Thread.currentThread()) {
            try {
                var unused = bell.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                deliver(() -> walker == Thread.currentThread());
                if (deaf) {
                    deaf = false;
                    LOG.info("the outbox can be reached again");
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!deaf) {
                    deaf = true;
                    LOG.warn("the outbox cannot be reached: {}", e.toString());
                }
            } catch (Error fault) { // else no mail would ever leave again
                LOG.error("a round of the outbox failed", fault);
            }
        }
    }

    /** Hands over whatever is due and says how many mails the server took. Called each second; tests call it by hand. */
    public int deliver() {
        return deliver(() -> true);
    }

    /** Whether to go on with the next. */
    private interface GoingOn {
        boolean yes();
    }

    private int deliver(GoingOn goingOn) {
        MailServer server = settings.server();
        if (server == null) {
            return 0;
        }
        int taken = 0;
        Set<UUID> passed = new HashSet<>();
        try (SmtpLine line = new SmtpLine(server)) {
            while (goingOn.yes()) {
                Instant now = time.instant();
                Optional<Handed> handed = repository.take(now, passed, letter -> hand(server, line, letter, passed));
                if (handed.isEmpty()) {
                    break;
                }
                if (handed.get() instanceof Handed.Taken) {
                    taken++;
                    trouble = "";
                }
                if (handed.get() instanceof Handed.Later later && later.everyone()) {
                    tell(later.answer());
                    repository.allLater(now, passed, later.answer());
                    break;
                }
            }
        }
        return taken;
    }

    /** The same trouble is told once. */
    private void tell(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            LOG.warn("mail cannot leave: {}", now);
        }
    }

    private Handed hand(MailServer server, SmtpLine line, Letter letter, Set<UUID> passed) {
        if (!server.allowed().allows(letter.to())) {
            return new Handed.Refused(Texts.of("mail").get("not-allowed"));
        }
        if (passage(letter) == Passage.OPEN) {
            Optional<String> closed = line.open();
            if (closed.isPresent()) {
                return new Handed.Later(closed.get(), true);
            }
        }
        // Asked last: opening the line takes time, and play may have been stopped meanwhile.
        return switch (passage(letter)) {
            case OPEN -> handOver(line, letter);
            case HELD -> {
                passed.add(letter.about());
                yield new Handed.Held();
            }
            case CLOSED -> new Handed.Closed(Texts.of("mail").get("closed"));
        };
    }

    /** A letter that cannot be put into a mail must not stand in the way of the others. */
    private Handed handOver(SmtpLine line, Letter letter) {
        try {
            List<Enclosure.Whole> enclosed = new ArrayList<>();
            for (Enclosure each : letter.enclosures()) {
                Optional<Enclosure.Whole> whole = whole(each);
                if (whole.isEmpty()) {
                    return new Handed.Refused(Texts.of("mail").get("file-gone", each.name()));
                }
                enclosed.add(whole.get());
            }
            return line.hand(letter, enclosed, time.instant());
        } catch (RuntimeException fault) {
            LOG.error("a mail could not be handed over", fault);
            return new Handed.Later(fault.getClass().getSimpleName(), false);
        }
    }

    private Optional<Enclosure.Whole> whole(Enclosure file) {
        return switch (file) {
            case Enclosure.Whole whole -> Optional.of(whole);
            case Enclosure.Stored stored ->
                files.content(stored.digest())
                        .map(content -> new Enclosure.Whole(stored.name(), stored.type(), content));
        };
    }

    private Passage passage(Letter letter) {
        if (!letter.simulated()) {
            return Passage.OPEN;
        }
        return gates.stream()
                .map(gate -> gate.passage(letter.about()))
                .max(Passage::compareTo)
                .orElse(Passage.OPEN);
    }
}
