package org.startex.ui.evaluator;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ExerciseId;
import org.startex.logbook.ObservationDraft;

/** Observations that are being written: kept with the sign-in, so that they outlive a reload and leave with whoever signs out. */
final class Drafts implements Serializable {
    private static final long serialVersionUID = 1L;

    private record Place(ExerciseId exercise, @Nullable Long about) {}

    private final transient Map<Place, ObservationDraft> drafts = new HashMap<>();

    /** Those of whoever sits here. */
    static Drafts here() {
        VaadinSession session = VaadinSession.getCurrent();
        Drafts known = session.getAttribute(Drafts.class);
        if (known != null) {
            return known;
        }
        Drafts fresh = new Drafts();
        session.setAttribute(Drafts.class, fresh);
        return fresh;
    }

    Optional<ObservationDraft> of(ExerciseId exercise, @Nullable Long about) {
        return Optional.ofNullable(drafts.get(new Place(exercise, about)));
    }

    void keep(ExerciseId exercise, ObservationDraft draft) {
        drafts.put(new Place(exercise, draft.about()), draft);
    }

    void forget(ExerciseId exercise, @Nullable Long about) {
        drafts.remove(new Place(exercise, about));
    }
}
