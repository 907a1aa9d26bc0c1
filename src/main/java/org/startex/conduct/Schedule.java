package org.startex.conduct;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.startex.kernel.InjectNumber;

/**
 * What has become of the plan's times since it was made.
 *
 * @param handled the injects on which controllers have acted; the others stand as planned
 */
public record Schedule(Map<InjectNumber, Handling> handled) {
    /** Nothing has been changed yet. */
    public static final Schedule AS_PLANNED = new Schedule(Map.of());

    public Schedule {
        handled = Map.copyOf(handled);
    }

    /** How a planned inject stands. */
    Handling handling(PlannedInject planned) {
        Handling known = handled.get(planned.number());
        return known == null ? Handling.asPlanned(planned) : known;
    }

    Schedule with(InjectNumber number, Handling handling) {
        Map<InjectNumber, Handling> more = new HashMap<>(handled);
        more.put(number, handling);
        return new Schedule(more);
    }

    /** The plan's injects with the times they have now, in order of those; what was planned first comes first at the same time. */
    List<PlannedInject> of(Plan plan) {
        return handled.isEmpty()
                ? plan.injects()
                : plan.injects().stream()
                        .map(this::asItStands)
                        .sorted(Comparator.comparing(PlannedInject::due))
                        .toList();
    }

    /** The inject with the time it has now. */
    PlannedInject asItStands(PlannedInject planned) {
        return planned.movedTo(handling(planned).due());
    }
}
