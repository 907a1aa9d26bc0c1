package org.startex.ui.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.startex.conduct.InjectMailService;
import org.startex.conduct.MailBox;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.Texts;
import org.startex.people.Caller;
import org.startex.ui.Scene;
import org.startex.ui.plan.ReadyCheck.State;

/** Whether mail can leave. Trying the server takes seconds when it is away, so it is tried beside the page, and what was found counts for a while. */
@Component
class MailCheck {
    /** @param trouble why the server cannot be reached, or empty */
    private record Found(String trouble, long nanos) {}

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final Texts TEXTS = Texts.of("ui-mail");

    private final InjectMailService mail;
    private @Nullable Found found;
    private boolean trying;

    MailCheck(InjectMailService mail) {
        this.mail = mail;
    }

    /** The line about mail; while the server is tried for the first time, it says so. */
    ReadyCheck of(Scene scene) {
        Caller caller = scene.caller();
        if (!scene.controls() || !mail.configured(caller, scene.id())) {
            return line(State.READY, TEXTS.get("ready.off"));
        }
        List<MailBox> boxes = mail.boxes(caller, scene.id());
        Found last = last(caller, scene.id());
        if (last == null) {
            return line(State.CAUTION, TEXTS.get("ready.trying"));
        }
        if (!last.trouble().isEmpty()) {
            return line(boxes.isEmpty() ? State.CAUTION : State.NOT_READY, last.trouble());
        }
        return line(
                State.READY,
                boxes.isEmpty()
                        ? TEXTS.get("ready.no-address", injects(scene))
                        : TEXTS.get("ready.good", boxes.size()));
    }

    /** How many injects of the plan are of the channel mail. */
    static long injects(Scene scene) {
        return scene.plan().injects().stream()
                .filter(inject -> inject.channel() == Channel.MAIL)
                .count();
    }

    private static ReadyCheck line(State state, String detail) {
        return new ReadyCheck(state, TEXTS.get("ready"), detail);
    }

    /** What was found last; tried anew beside the page when that is a while ago. */
    private synchronized @Nullable Found last(Caller caller, ExerciseId exercise) {
        Found known = found;
        boolean old = known == null || System.nanoTime() - known.nanos() > GOOD_FOR.toNanos();
        if (old && !trying) {
            trying = true;
            Thread.ofVirtual().start(() -> attempt(caller, exercise));
        }
        return known;
    }

    private void attempt(Caller caller, ExerciseId exercise) {
        Optional<String> trouble;
        try {
            trouble = mail.trouble(caller, exercise);
        } catch (RuntimeException fault) {
            trouble = Optional.of(fault.getClass().getSimpleName());
        }
        synchronized (this) {
            found = new Found(trouble.orElse(""), System.nanoTime());
            trying = false;
        }
    }

    /** Tries the server again at the next look. */
    synchronized void forget() {
        found = null;
    }
}
