package org.startex.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;

/**
 * Which of the staff have a screen of an exercise open just now, what they look at and what they are about to do. In memory of this node and in no record: it is a courtesy among those who
 * control play, so that two do not reach for the same thing.
 */
@Component
public class StaffPresence {
    /**
     * One open screen.
     *
     * @param inject number of the inject that is selected, or empty
     * @param doing what is being done on it, such as a dialog that is open, or empty
     */
    public record Seat(ParticipantId participant, ExerciseTab screen, String inject, String doing) {}

    private record Place(ExerciseId exercise, Seat seat) {}

    private final Map<UI, Place> places = new ConcurrentHashMap<>();
    private final LedgerEar ear;

    StaffPresence(LedgerEar ear) {
        this.ear = ear;
    }

    /** Somebody has a screen open, until the registration is removed. */
    Registration sit(ExerciseId exercise, UI ui, ParticipantId participant, ExerciseTab screen) {
        places.put(ui, new Place(exercise, new Seat(participant, screen, "", "")));
        ear.stir(exercise);
        return () -> {
            places.remove(ui);
            ear.stir(exercise);
        };
    }

    /** What the screen of this page shows now. */
    public void looks(UI ui, String inject) {
        change(ui, inject, null);
    }

    /** What somebody is about to do on this page, or empty for nothing any more. */
    public void does(UI ui, String doing) {
        change(ui, null, doing);
    }

    private void change(UI ui, @Nullable String inject, @Nullable String doing) {
        Place before = places.get(ui);
        if (before == null) {
            return;
        }
        Seat seat = before.seat();
        Seat now = new Seat(
                seat.participant(),
                seat.screen(),
                inject == null ? seat.inject() : inject,
                doing == null ? seat.doing() : doing);
        if (!now.equals(seat)) {
            places.computeIfPresent(ui, (page, place) -> new Place(place.exercise(), now));
            ear.stir(before.exercise());
        }
    }

    /** The open screens of an exercise, each person's together. */
    public List<Seat> seats(ExerciseId exercise) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().exercise().equals(exercise) && reachable(place.getKey()))
                .map(place -> place.getValue().seat())
                .sorted(Comparator.comparing((Seat seat) -> seat.participant().value())
                        .thenComparing(Seat::screen)
                        .thenComparing(Seat::inject))
                .toList();
    }

    /** Whether somebody of the staff has a screen of the exercise open. */
    public boolean here(ExerciseId exercise, ParticipantId participant) {
        return places.entrySet().stream()
                .anyMatch(place -> place.getValue().exercise().equals(exercise)
                        && place.getValue().seat().participant().equals(participant)
                        && reachable(place.getKey()));
    }

    /** A page whose line is cut stays known to the framework for minutes; it is not here. */
    private static boolean reachable(UI ui) {
        var line = ui.getInternals().getPushConnection();
        return line == null || !ui.getPushConfiguration().getPushMode().isEnabled() || line.isConnected();
    }
}
