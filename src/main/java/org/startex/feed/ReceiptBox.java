package org.startex.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.conduct.ReceiptService;
import org.startex.people.NotAllowed;

/** One page's receipts, gathered for a moment so that many are written at once. */
final class ReceiptBox {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptBox.class);
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    private final FeedSocket socket;
    private final ReceiptService receipts;
    private final Set<Long> received = new TreeSet<>();
    private final Set<Long> seen = new TreeSet<>();
    private boolean writing;

    ReceiptBox(FeedSocket socket, ReceiptService receipts) {
        this.socket = socket;
        this.receipts = receipts;
    }

    void received(Collection<Long> seqs) {
        gather(received, seqs);
    }

    void seen(Collection<Long> seqs) {
        gather(seen, seqs);
    }

    private synchronized void gather(Set<Long> gathered, Collection<Long> seqs) {
        if (gathered.size() + seqs.size() <= MOST) {
            gathered.addAll(seqs);
        }
        if (!writing) {
            writing = true;
            Thread.startVirtualThread(this::write);
        }
    }

    private void write() {
        try {
            Thread.sleep(GATHER);
            while (!writeOnce()) {
                Thread.sleep(AFTER_FAILURE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if it must be tried again. */
    private boolean writeOnce() {
        List<Long> had;
        List<Long> looked;
        synchronized (this) {
            had = List.copyOf(received);
            looked = List.copyOf(seen);
        }
        try {
            if (!had.isEmpty()) {
                receipts.received(socket.caller(), socket.exercise(), had);
            }
            if (!looked.isEmpty()) {
                receipts.seen(socket.caller(), socket.exercise(), looked);
            }
        } catch (NotAllowed notAPlayer) {
            // Those who only look on send none that count.
        } catch (RuntimeException away) {
            LOG.debug("receipts could not be written", away);
            return socket.outlet().ended();
        }
        synchronized (this) {
            had.forEach(received::remove);
            looked.forEach(seen::remove);
            writing = !received.isEmpty() || !seen.isEmpty();
            return !writing;
        }
    }
}
