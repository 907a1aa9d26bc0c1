package org.startex.crash;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.startex.crash.Notes.Answered;
import org.startex.crash.Notes.Kind;
import org.startex.crash.Notes.Noted;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerVerifier;
import org.startex.ledger.Verdict;
import tools.jackson.databind.JsonNode;

/** An exported record, held against what people outside the program noted. */
final class CrashRecord {
    private static final Map<String, String> ON_THE_FEED = Map.ofEntries(
            Map.entry("inject-fell-due", "inject"),
            Map.entry("inject-sent", "inject"),
            Map.entry("inject-recalled", "recalled"),
            Map.entry("inject-corrected", "corrected"),
            Map.entry("clock-jumped", "jumped"),
            Map.entry("inject-acknowledged", "acknowledgement"),
            Map.entry("decision-recorded", "decision"),
            Map.entry("exercise-started", "started"),
            Map.entry("exercise-paused", "paused"),
            Map.entry("exercise-resumed", "resumed"),
            Map.entry("pace-changed", "pace"),
            Map.entry("no-duff-called", "noDuff"),
            Map.entry("no-duff-cleared", "cleared"),
            Map.entry("exercise-ended", "ended"),
            Map.entry("exercise-sealed", "sealed"));

    /** An entry as exported. */
    record Entry(long seq, String actor, String audience, String kind, long exerciseTime, JsonNode facts, String text) {
        String fact(String name) {
            return facts.path(name).asString("");
        }

        boolean isDelivery() {
            return kind.equals("inject-fell-due") || kind.equals("inject-sent");
        }

        boolean isAdHoc() {
            return facts.path("adHoc").asBoolean(false);
        }
    }

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    CrashRecord(Path file) throws IOException {
        this.file = file;
        try (var lines = Files.lines(file)) {
            lines.map(StaffLine.JSON::readTree)
                    .filter(line -> line.has("seq"))
                    .forEach(line -> entries.add(new Entry(
                            line.get("seq").asLong(),
                            line.get("actor").asString(),
                            line.get("audience").asString(),
                            line.get("kind").asString(),
                            line.get("exerciseTime").isNull()
                                    ? -1
                                    : line.get("exerciseTime").asLong(),
                            StaffLine.JSON.readTree(line.get("facts").asString()),
                            line.get("text").isNull() ? "" : line.get("text").asString())));
        }
    }

    int size() {
        return entries.size();
    }

    /** Everything that is wrong with it. */
    List<String> check(Notes notes, List<CrashPlayer> players) {
        chainIsWhole();
        injectsComeOnceAndInOrder();
        clockNeverRunsBack();
        List<Noted> acts = notes.acts();
        acts.forEach(this::actIsThereOnceOrNot);
        controlIsCounted(acts);
        nothingIsThereThatNobodySent(acts);
        players.forEach(this::feedIsTheRecord);
        return List.copyOf(faults);
    }

    private void chainIsWhole() {
        try (Reader reader = Files.newBufferedReader(file)) {
            Verdict verdict = LedgerVerifier.withoutKey().verify(reader);
            if (verdict instanceof Verdict.Broken broken) {
                faults.add("verify says: " + broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).seq() != i + 1) {
                faults.add("sequence %d stands at place %d"
                        .formatted(entries.get(i).seq(), i + 1));
                return;
            }
        }
    }

    private void injectsComeOnceAndInOrder() {
        TreeMap<Long, String> waiting = new TreeMap<>();
        CrashScenario.due().forEach((number, micros) -> waiting.put(micros, number));
        Map<String, Long> due = CrashScenario.due();
        long lastDue = 0;
        for (Entry entry : entries) {
            boolean outage = entry.kind().equals("outage-found")
                    || (entry.kind().equals("exercise-paused")
                            && entry.fact("cause").equals("OUTAGE"));
            if (entry.isDelivery() && !entry.isAdHoc()) {
                Long when = due.get(entry.fact("number"));
                if (when == null || waiting.remove(when) == null) {
                    faults.add("inject delivered twice: " + entry);
                } else if (entry.kind().equals("inject-fell-due")) {
                    if (when < lastDue) {
                        faults.add("inject out of order: " + entry);
                    }
                    if (entry.exerciseTime() < when) {
                        faults.add("inject before its time: " + entry);
                    }
                    lastDue = when;
                }
            }
            // Of several that are due together the first is recorded before the second.
            long overdue = entry.kind().equals("inject-fell-due") ? lastDue : entry.exerciseTime();
            if (!outage && entry.exerciseTime() >= 0 && !waiting.isEmpty() && waiting.firstKey() <= overdue) {
                faults.add("inject %s was due at %d and is passed over by %s"
                        .formatted(waiting.firstEntry().getValue(), waiting.firstKey(), entry));
                return;
            }
        }
    }

    private void clockNeverRunsBack() {
        long reached = 0;
        for (Entry entry : entries) {
            if (entry.kind().equals("exercise-paused") || entry.kind().equals("pace-changed")) {
                long at = entry.facts()
                        .path("at")
                        .asLong(entry.facts().path("at").path("micros").asLong(-1));
                if (at < reached) {
                    faults.add("the clock ran back from %d: %s".formatted(reached, entry));
                }
                reached = at;
            }
        }
    }

    private void actIsThereOnceOrNot(Noted act) {
        if (act.kind() == Kind.RESUME || act.kind() == Kind.PACE) {
            return;
        }
        List<Entry> found = entries.stream().filter(e -> is(e, act)).toList();
        Answered answer = act.answer();
        if (answer == null) {
            faults.add("never answered: " + act);
        } else if (answer.isDone() && found.isEmpty()) {
            faults.add("confirmed and lost: " + act);
        } else if (found.size() > 1) {
            faults.add("doubled: %s is %s"
                    .formatted(act, found.stream().map(Entry::seq).toList()));
        } else if (answer.isDone() && found.getFirst().seq() != answer.seq()) {
            faults.add("confirmed as another entry than %d: %s"
                    .formatted(found.getFirst().seq(), act));
        } else if (!answer.isDone() && act.kind() != Kind.SEND && !found.isEmpty()) {
            faults.add("refused and recorded: " + act);
        }
        if (answer != null && !answer.isDone() && !mayBeRefused(act.kind(), answer.refused())) {
            faults.add("refused without cause: " + act);
        }
    }

    private static boolean is(Entry e, Noted act) {
        String kind = e.kind();
        return switch (act.kind()) {
            case DECISION ->
                kind.equals("decision-recorded")
                        && e.actor().equals(act.by())
                        && e.text().contains(act.id().toString());
            case ACKNOWLEDGEMENT ->
                kind.equals("inject-acknowledged")
                        && e.actor().equals(act.by())
                        && e.facts().get("inject").asLong() == Long.parseLong(act.about());
            case AD_HOC ->
                kind.equals("inject-sent") && e.text().contains(act.id().toString());
            case SEND ->
                kind.equals("inject-sent") && !e.isAdHoc() && e.fact("number").equals(act.about());
            case PAUSE ->
                kind.equals("exercise-paused") && e.text().contains(act.id().toString());
            case RESUME, PACE -> false;
        };
    }

    /** What may be asked for in vain: the timer, or an outage, was quicker. */
    private static boolean mayBeRefused(Kind kind, String reason) {
        return switch (kind) {
            case SEND -> reason.equals("already-delivered") || reason.equals("unknown-inject");
            case PAUSE -> reason.equals("already-paused");
            case RESUME -> reason.equals("already-running");
            case DECISION, ACKNOWLEDGEMENT, AD_HOC, PACE -> false;
        };
    }

    /** Resuming and changes of pace carry no words of their own, so they are counted; every one stands where it was confirmed, or just before. */
    private void controlIsCounted(List<Noted> acts) {
        Map<Kind, String> kinds = Map.of(Kind.RESUME, "exercise-resumed", Kind.PACE, "pace-changed");
        kinds.forEach((kind, word) -> {
            TreeSet<Long> recorded = new TreeSet<>();
            entries.stream().filter(e -> e.kind().equals(word)).forEach(e -> recorded.add(e.seq()));
            List<Noted> asked = acts.stream().filter(a -> a.kind() == kind).toList();
            Set<Long> confirmed = new HashSet<>();
            for (Noted act : asked) {
                Answered answer = act.answer();
                if (answer == null) {
                    faults.add("never answered: " + act);
                } else if (answer.isDone()) {
                    Long at = recorded.floor(answer.seq());
                    if (at == null || !confirmed.add(at)) {
                        faults.add("confirmed and lost: " + act);
                    }
                } else if (!mayBeRefused(kind, answer.refused())) {
                    faults.add("refused without cause: " + act);
                }
            }
            if (recorded.size() > confirmed.size()) {
                faults.add("%d entries %s, and %d were confirmed".formatted(recorded.size(), word, confirmed.size()));
            }
        });
    }

    private void nothingIsThereThatNobodySent(List<Noted> acts) {
        Map<Kind, Long> sent = new HashMap<>();
        acts.forEach(a -> sent.merge(a.kind(), 1L, Long::sum));
        Map<Kind, String> kinds = Map.of(
                Kind.DECISION, "decision-recorded",
                Kind.ACKNOWLEDGEMENT, "inject-acknowledged");
        kinds.forEach((kind, word) -> {
            long recorded = entries.stream().filter(e -> e.kind().equals(word)).count();
            if (recorded > sent.getOrDefault(kind, 0L)) {
                faults.add("%d entries %s for %d acts".formatted(recorded, word, sent.getOrDefault(kind, 0L)));
            }
        });
    }

    private void feedIsTheRecord(CrashPlayer player) {
        SortedMap<Long, JsonNode> feed = player.feed();
        ParticipantId me = ParticipantId.of(player.participant());
        CellCode cell = new CellCode(player.cell());
        String who = player.cell() + "/" + player.role();
        for (Entry entry : entries) {
            String word = ON_THE_FEED.getOrDefault(entry.kind(), "");
            boolean mine = !word.isEmpty() && Audience.of(entry.audience()).includes(me, cell, player.role());
            JsonNode shown = feed.remove(entry.seq());
            if (mine && shown == null) {
                faults.add("%s did not get %s".formatted(who, entry));
            } else if (!mine && shown != null) {
                faults.add("%s got what is not for them: %s".formatted(who, entry));
            } else if (shown != null && !sameAsRecorded(entry, shown, word)) {
                faults.add("%s got %s for %s".formatted(who, shown, entry));
            }
        }
        feed.forEach((seq, shown) -> faults.add("%s got what is not recorded: %s".formatted(who, shown)));
    }

    private static boolean sameAsRecorded(Entry entry, JsonNode shown, String word) {
        if (!shown.path("kind").asString().equals(word)) {
            return false;
        }
        JsonNode body = shown.path("body");
        return switch (word) {
            case "inject" -> body.path("number").asString("").equals(entry.fact("number")) || entry.isAdHoc();
            case "decision" -> entry.text().contains(body.path("decision").asString("?"));
            case "acknowledgement" ->
                body.path("inject").asLong() == entry.facts().get("inject").asLong();
            default -> true;
        };
    }
}
