package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ClockHistory;

/**
 * The exercise clock, drawn by the browser from its last reading. A reading is sent
 * when the clock goes another way than before, and now and then against a browser that slept.
 */
@Tag("sx-clock")
@JsModule("context://app/staff.js")
public final class ClockFace extends Component implements HasComponents {
    private static final long serialVersionUID = 1L;

    private static final Duration FRESH = Duration.ofSeconds(30);

    private transient @Nullable ClockHistory shown;
    private Instant sent = Instant.EPOCH;

    public ClockFace() {
        getElement()
                .setPropertyMap(
                        "words",
                        Map.of(
                                "exerciseTime", Words.say("clock.exercise-time"),
                                "realTime", Words.say("clock.real-time"),
                                "of", Words.say("clock.of"),
                                "notStarted", Words.say("clock.not-started"),
                                "day", Words.say("clock.day-of-story")));
    }

    /** Shows how the clock goes now. */
    public void show(Scene scene) {
        ClockHistory clock = scene.play().clock();
        if (clock.equals(shown) && scene.now().isBefore(sent.plus(FRESH))) {
            return;
        }
        shown = clock;
        sent = scene.now();
        getElement()
                .setPropertyBean(
                        "reading",
                        new Reading(
                                scene.elapsed().micros(),
                                clock.running() ? clock.pace().percent() : 0,
                                scene.now().toEpochMilli(),
                                scene.clock().startSecond(scene.elapsed()),
                                scene.plan().length().micros(),
                                clock.started().isPresent()));
    }

    /** What the browser runs on from; mirrors {@code Reading} in {@code reading.ts}. */
    public record Reading(long elapsed, int pace, long now, int start, long length, boolean started) {}
}
