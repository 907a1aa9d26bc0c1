package org.startex.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside the program remembers of one exercise: every act that was sent, what was answered, and what went wrong on the way.
 * Nothing here comes from the record.
 */
final class Notes {
    enum Kind {
        DECISION,
        ACKNOWLEDGEMENT,
        AD_HOC,
        SEND,
        PAUSE,
        RESUME,
        PACE
    }

    /** What was answered: a sequence, or the reason of a refusal. */
    record Answered(long seq, String refused) {
        static Answered done(long seq) {
            return new Answered(seq, "");
        }

        static Answered refused(String reason) {
            return new Answered(0, reason);
        }

        boolean isDone() {
            return refused.isEmpty();
        }
    }

    /**
     * One act.
     *
     * @param by the participant, or empty for the director
     * @param about the inject's sequence of an acknowledgement, the inject's number of a sending, else empty
     */
    record Noted(
            UUID id,
            Kind kind,
            String by,
            String about,
            @Nullable Answered answer) {}

    private final Map<UUID, Noted> acts = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Runnable afterNextDone = () -> {};

    synchronized void sent(UUID id, Kind kind, String by, String about) {
        acts.putIfAbsent(id, new Noted(id, kind, by, about, null));
    }

    /** An answer has come; the same act may be answered again, but not otherwise than at first. */
    synchronized void answered(UUID id, Answered answer) {
        Noted noted = acts.get(id);
        if (noted == null) {
            fault("answered what nobody sent: " + id);
            return;
        }
        if (noted.answer() != null && !noted.answer().equals(answer)) {
            fault("answered twice and differently: %s, %s".formatted(noted, answer));
            return;
        }
        acts.put(id, new Noted(id, noted.kind(), noted.by(), noted.about(), answer));
        if (answer.isDone() && noted.answer() == null) {
            Runnable then = afterNextDone;
            afterNextDone = () -> {};
            then.run();
        }
    }

    /** Runs something once, at the moment at which the next act is confirmed. */
    synchronized void afterNextDone(Runnable then) {
        afterNextDone = then;
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    synchronized List<Noted> acts() {
        return List.copyOf(acts.values());
    }

    synchronized List<String> takeFaults() {
        List<String> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }
}
