package org.startex.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.Play;
import org.startex.kernel.Audience;

/**
 * Sends entries to the pages they are for: a frame is made once for all pages that get the same. What nobody waits for, the acknowledgements of others, is
 * gathered for a moment, if the page understands it, and goes in one frame; whatever else comes for the page takes it along. When a page gets what depends on
 * what is for it and on time alone. Belongs to the thread of its exercise's feed.
 */
final class FanOut {
    /** What makes two pages' frames the same: what they have covered, and which entries they get. */
    private record Same(long from, List<Long> seqs) {}

    private record Gathered(long since, List<EncodedEntry> entries) {}

    private record Due(FeedSocket socket, long since) {}

    private final long moment;
    private final Map<FeedSocket, Gathered> gathered = new IdentityHashMap<>();
    private final Queue<Due> due = new ArrayDeque<>();
    private final Set<FeedSocket> sockets = new LinkedHashSet<>();
    private final Map<Audience, List<FeedSocket>> readers = new HashMap<>();
    private @Nullable Play seated;

    FanOut(FeedRhythm rhythm) {
        this.moment = rhythm.gather().toNanos();
    }

    /** A page has connected. */
    void add(FeedSocket socket) {
        sockets.add(socket);
        readers.clear();
    }

    /** A page has left. */
    void remove(FeedSocket socket) {
        sockets.remove(socket);
        readers.clear();
        forget(socket);
    }

    /** The pages that are connected. */
    Set<FeedSocket> sockets() {
        return Collections.unmodifiableSet(sockets);
    }

    /** Tells an entry to the pages it is for. */
    void tell(EncodedEntry entry, Play play) {
        long now = System.nanoTime();
        Map<Same, String> frames = new HashMap<>();
        for (FeedSocket socket : readers(entry, play)) {
            if (!socket.live()) {
                continue;
            }
            boolean mine = entry.by(socket.participant());
            if (entry.canWait() && socket.gathers() && !mine) {
                gather(socket, entry, now);
            } else {
                List<EncodedEntry> all = new ArrayList<>(take(socket));
                all.add(entry);
                send(socket, all, mine, frames);
            }
        }
    }

    /** A thousand pages are not asked one by one for each acknowledgement of one cell. */
    private List<FeedSocket> readers(EncodedEntry entry, Play play) {
        if (seated == null || !play.seatedAs(seated)) {
            seated = play;
            readers.clear();
        }
        return entry.forAudienceAlone()
                ? readers.computeIfAbsent(entry.audience(), audience -> whoseEntryIs(entry, play))
                : whoseEntryIs(entry, play);
    }

    private List<FeedSocket> whoseEntryIs(EncodedEntry entry, Play play) {
        return sockets.stream()
                .filter(socket -> entry.isFor(socket.participant(), play))
                .toList();
    }

    private void gather(FeedSocket socket, EncodedEntry entry, long now) {
        gathered.computeIfAbsent(socket, first -> {
                    due.add(new Due(first, now));
                    return new Gathered(now, new ArrayList<>());
                })
                .entries()
                .add(entry);
    }

    private List<EncodedEntry> take(FeedSocket socket) {
        Gathered waiting = gathered.remove(socket);
        return waiting == null ? List.of() : waiting.entries();
    }

    /** Sends what has been gathered long enough. */
    void sendDue(long now) {
        Map<Same, String> frames = new HashMap<>();
        for (Due first = due.peek(); first != null && now - first.since() >= moment; first = due.peek()) {
            due.remove();
            Gathered waiting = gathered.get(first.socket());
            if (waiting != null && waiting.since() == first.since()) {
                send(first.socket(), take(first.socket()), false, frames);
            }
        }
    }

    /** When something will have been gathered long enough, in monotonic nanoseconds; null if nothing waits. */
    @Nullable
    Long nextDue() {
        Due first = due.peek();
        return first == null ? null : first.since() + moment;
    }

    /** Tells how far the record goes, on the grid: to each live page that was told no entry since the last time and for which none is gathered. */
    void upTo(long position) {
        String upTo = FeedJson.write(new ServerMessage.UpTo(position));
        for (FeedSocket socket : sockets) {
            boolean told = socket.tookEntries() || gathered.containsKey(socket);
            socket.tookEntries(false);
            if (socket.live() && !told) {
                socket.outlet().send(upTo);
                socket.covered(position);
            }
        }
    }

    /** What waits for a page goes nowhere: it is told everything anew. */
    void forget(FeedSocket socket) {
        gathered.remove(socket);
    }

    private static void send(FeedSocket socket, List<EncodedEntry> entries, boolean mine, Map<Same, String> frames) {
        long from = socket.covered() + 1;
        socket.outlet()
                .send(
                        mine
                                ? EncodedEntry.frame(entries, from, true)
                                : frames.computeIfAbsent(
                                        new Same(
                                                from,
                                                entries.stream()
                                                        .map(EncodedEntry::seq)
                                                        .toList()),
                                        same -> EncodedEntry.frame(entries, from, false)));
        socket.covered(entries.getLast().seq());
        socket.tookEntries(true);
    }
}
