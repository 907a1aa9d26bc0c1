package org.startex.ui.record;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.startex.kernel.EntryRef;
import org.startex.people.Caller;
import org.startex.ui.CitedBy;

/** A workspace that cites what a test tells it to, and shows it to one caller alone. */
@Component
class TestCitations implements CitedBy {
    private final Map<EntryRef, Link> links = new ConcurrentHashMap<>();
    private final Map<EntryRef, Caller> readers = new ConcurrentHashMap<>();

    void cite(EntryRef entry, Caller reader, Link link) {
        links.put(entry, link);
        readers.put(entry, reader);
    }

    @Override
    public List<Link> of(Caller caller, EntryRef entry) {
        return caller.equals(readers.get(entry)) ? List.of(links.get(entry)) : List.of();
    }
}
