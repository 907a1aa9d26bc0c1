package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.InjectNumber;

/**
 * Injects that have reached their players.
 *
 * @param bySeq by the sequence of the entry that delivered each, in order; never changed after
 * @param adHocs how many of them were ad hoc
 */
public record Deliveries(TreeMap<Long, Delivered> bySeq, int adHocs) {
    static final Deliveries NONE = new Deliveries(new TreeMap<>(), 0);

    List<Delivered> inOrder() {
        return List.copyOf(bySeq.values());
    }

    Optional<Delivered> by(long entry) {
        return Optional.ofNullable(bySeq.get(entry));
    }

    Optional<Delivered> of(InjectNumber number) {
        return bySeq.values().stream().filter(d -> d.number().equals(number)).findFirst();
    }

    Deliveries with(Delivered inject) {
        TreeMap<Long, Delivered> more = new TreeMap<>(bySeq);
        @Nullable Delivered before = more.put(inject.seq(), inject);
        return new Deliveries(more, adHocs + (inject.adHoc() && before == null ? 1 : 0));
    }
}
