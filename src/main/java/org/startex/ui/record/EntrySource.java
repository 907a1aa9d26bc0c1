package org.startex.ui.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerEntry;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/** The entries that a list shows: read from the record on from the last one known, found by words, kind and cell. */
final class EntrySource implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 2_000;

    private final transient ExerciseTools tools;
    private final ExerciseId id;
    private final EntryList.Order order;
    private final transient List<LedgerEntry> known = new ArrayList<>();
    private transient List<LedgerEntry> found = List.of();
    private transient @Nullable Scene scene;
    private String search = "";
    private @Nullable String kind;
    private @Nullable CellCode cell;

    EntrySource(ExerciseTools tools, ExerciseId id, EntryList.Order order) {
        this.order = order;
        this.tools = tools;
        this.id = id;
    }

    void scene(Scene now) {
        scene = now;
    }

    void search(String text) {
        search = text.toLowerCase(Locale.ROOT);
    }

    void kind(@Nullable String wanted) {
        kind = wanted;
    }

    void cell(@Nullable CellCode wanted) {
        cell = wanted;
    }

    /** Whether the record has entries that are not shown yet. */
    boolean behind() {
        return waiting() > 0;
    }

    /** How many entries are not shown yet. */
    long waiting() {
        return scene == null ? 0 : scene.play().seq() - last();
    }

    private long last() {
        return known.isEmpty() ? 0 : known.getLast().seq();
    }

    /** Reads on, and finds again. */
    void read() {
        List<LedgerEntry> fresh;
        do {
            fresh = tools.record().read(tools.caller(), id, last(), AT_ONCE);
            known.addAll(fresh);
        } while (fresh.size() == AT_ONCE);
        Scene now = scene;
        found = now == null
                ? List.of()
                : (order == EntryList.Order.NEWEST_FIRST ? known.reversed() : known)
                        .stream().filter(entry -> wanted(now, entry)).toList();
    }

    private boolean wanted(Scene now, LedgerEntry entry) {
        CellCode of = cell;
        return (kind == null || kind.equals(entry.kind()))
                && (of == null || EntryWords.concerns(now, entry, of))
                && (search.isEmpty()
                        || (entry.seq() + " " + EntryWords.who(now, entry) + " " + EntryWords.summary(now, entry))
                                .toLowerCase(Locale.ROOT)
                                .contains(search));
    }

    Stream<LedgerEntry> page(int offset, int limit) {
        return found.stream().skip(offset).limit(limit);
    }

    /** Where the entry with this number stands among those found. */
    OptionalInt find(String number) {
        return IntStream.range(0, found.size())
                .filter(i -> Long.toString(found.get(i).seq()).equals(number))
                .findFirst();
    }

    LedgerEntry at(int index) {
        return found.get(index);
    }

    int size() {
        return found.size();
    }

    int all() {
        return known.size();
    }

    /** The kinds that occur. */
    List<String> kinds() {
        return known.stream().map(LedgerEntry::kind).distinct().sorted().toList();
    }

    /** The hash of the entry before, or empty for the first. */
    String before(LedgerEntry entry) {
        int at = (int) entry.seq() - 2;
        return at >= 0 && at < known.size() ? known.get(at).hash() : "";
    }
}
