package org.startex.feed;

import java.util.Iterator;
import java.util.List;
import org.startex.conduct.Play;
import org.startex.kernel.ParticipantId;

/** What a page has missed, made frame by frame as it takes them. */
final class History implements Iterator<String> {
    private final ParticipantId reader;
    private final Play play;
    private final Iterator<EncodedEntry> entries;
    private long covered;

    History(ParticipantId reader, Play play, List<EncodedEntry> entries, long lastSeq) {
        this.reader = reader;
        this.play = play;
        this.entries = entries.iterator();
        this.covered = lastSeq;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public String next() {
        EncodedEntry entry = entries.next();
        long from = covered + 1;
        covered = entry.seq();
        return entry.frame(
                from,
                entry.by(reader),
                play.delivered(entry.seq())
                        .map(inject -> inject.acknowledged().get(reader))
                        .orElse(null));
    }
}
