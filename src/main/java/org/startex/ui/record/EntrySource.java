package org.startex.ui.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ReplyLogged;
import org.startex.kernel.CellCode;
import org.startex.kernel.ExerciseId;
import org.startex.ledger.LedgerEntry;
import org.startex.logbook.DecisionRecorded;
import org.startex.logbook.Message;
import org.startex.ui.EntryWords;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;

/**
 * The entries that a list shows: read from the record on from the last one known, found by words, kind and cell. A decision that play numbers, or a message that
 * answers an inject, makes two entries; they are one line, which the words of the second say.
 */
final class EntrySource implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 2_000;

    private final transient ExerciseTools tools;
    private final ExerciseId id;
    private final EntryList.Order order;
    private final transient List<LedgerEntry> known = new ArrayList<>();
    /** Sequence of the entry that says it to that of the one beside it, which only counts it. */
    private final transient Map<Long, Long> beside = new HashMap<>();

    private final transient Set<Long> folded = new HashSet<>();
    private int paired;

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
        pair();
        Scene now = scene;
        found = now == null
                ? List.of()
                : (order == EntryList.Order.NEWEST_FIRST ? known.reversed() : known)
                        .stream().filter(entry -> wanted(now, entry)).toList();
    }

    private void pair() {
        for (int i = Math.max(0, paired - 1); i < known.size(); i++) {
            if (known.get(i).fact() instanceof ReplyLogged reply) {
                long counts = known.get(i).seq();
                Stream.of(i + 1, i - 1)
                        .filter(at -> at >= 0 && at < known.size())
                        .map(known::get)
                        .filter(entry -> says(entry, reply))
                        .findFirst()
                        .ifPresent(entry -> {
                            beside.put(entry.seq(), counts);
                            folded.add(counts);
                        });
            }
        }
        paired = known.size();
    }

    private static boolean says(LedgerEntry entry, ReplyLogged reply) {
        return reply.decides()
                ? entry.fact() instanceof DecisionRecorded decision && decision.number() == reply.number()
                : entry.fact() instanceof Message;
    }

    /** The entry that is one line with this one, and only counts it. */
    Optional<Long> beside(LedgerEntry entry) {
        return Optional.ofNullable(beside.get(entry.seq()));
    }

    private boolean wanted(Scene now, LedgerEntry entry) {
        CellCode of = cell;
        return !folded.contains(entry.seq())
                && (kind == null || kind.equals(entry.kind()))
                && (of == null || EntryWords.concerns(now, entry, of))
                && (search.isEmpty()
                        || (entry.seq() + " "
                                        + beside(entry).map(String::valueOf).orElse("") + " "
                                        + EntryWords.who(now, entry) + " " + EntryWords.summary(now, entry))
                                .toLowerCase(Locale.ROOT)
                                .contains(search));
    }

    Stream<LedgerEntry> page(int offset, int limit) {
        return found.stream().skip(offset).limit(limit);
    }

    /** Where the entry with this number stands among those found. */
    OptionalInt find(String number) {
        return IntStream.range(0, found.size())
                .filter(i -> Long.toString(found.get(i).seq()).equals(number)
                        || beside(found.get(i))
                                .map(String::valueOf)
                                .filter(number::equals)
                                .isPresent())
                .findFirst();
    }

    LedgerEntry at(int index) {
        return found.get(index);
    }

    int size() {
        return found.size();
    }

    /** How many entries the lines found stand for. */
    int entries() {
        return found.size()
                + (int) found.stream()
                        .filter(entry -> beside(entry).isPresent())
                        .count();
    }

    int all() {
        return known.size();
    }

    /** The kinds that occur. */
    List<String> kinds() {
        return known.stream()
                .filter(entry -> !folded.contains(entry.seq()))
                .map(LedgerEntry::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** The hash of the entry before, or empty for the first. */
    String before(LedgerEntry entry) {
        int at = (int) entry.seq() - 2;
        return at >= 0 && at < known.size() ? known.get(at).hash() : "";
    }
}
