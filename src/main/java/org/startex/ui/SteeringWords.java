package org.startex.ui;

import java.time.Duration;
import java.util.stream.Collectors;
import org.startex.conduct.ClockJumped;
import org.startex.conduct.InjectHeld;
import org.startex.conduct.InjectMoved;
import org.startex.conduct.InjectPutBack;
import org.startex.conduct.InjectReaddressed;
import org.startex.conduct.InjectReleased;
import org.startex.conduct.InjectSkipped;
import org.startex.conduct.InjectSteered;
import org.startex.conduct.RestPostponed;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.Lengths;

/** What controllers did with injects that were to come, as the log says it. */
final class SteeringWords {
    private SteeringWords() {}

    static String summary(Scene scene, InjectSteered fact, String who) {
        return switch (fact) {
            case InjectHeld f ->
                f.reason().isEmpty()
                        ? Words.say("entry.held", who, f.number())
                        : Words.say("entry.held.because", who, f.number(), f.reason());
            case InjectReleased f -> Words.say("entry.released", who, f.number());
            case InjectSkipped f -> Words.say("entry.skipped", who, f.number(), f.reason());
            case InjectPutBack f -> Words.say(f.held() ? "entry.put-back.held" : "entry.put-back", who, f.number());
            case InjectMoved f -> moved(scene, f, who);
            case InjectReaddressed f ->
                f.reason().isEmpty()
                        ? Words.say("entry.readdressed", who, f.number(), scene.addressees(f.to()))
                        : Words.say("entry.readdressed.because", who, f.number(), scene.addressees(f.to()), f.reason());
        };
    }

    static String postponed(RestPostponed f, String who) {
        String by = Lengths.of(Duration.ofNanos(Math.abs(f.byMicros()) * 1000));
        if (f.byMicros() < 0) {
            return f.reason().isEmpty()
                    ? Words.say("entry.brought-forward", who, by)
                    : Words.say("entry.brought-forward.because", who, by, f.reason());
        }
        return f.reason().isEmpty()
                ? Words.say("entry.postponed", who, by)
                : Words.say("entry.postponed.because", who, by, f.reason());
    }

    static String jumped(Scene scene, ClockJumped f, String who) {
        String from = scene.clock().seconds(f.from());
        String to = scene.clock().seconds(f.to());
        String what = f.passed().isEmpty()
                ? Words.say("entry.jumped", who, from, to)
                : Words.say(
                        switch (f.passedOver()) {
                            case HOLD -> "entry.jumped.held";
                            case SEND -> "entry.jumped.sent";
                            case SKIP -> "entry.jumped.skipped";
                        },
                        who,
                        from,
                        to,
                        f.passed().stream().map(InjectNumber::value).collect(Collectors.joining(", ")));
        return f.reason().isEmpty() ? what : Words.say("entry.because", what, f.reason());
    }

    private static String moved(Scene scene, InjectMoved f, String who) {
        String from = scene.clock().seconds(f.from());
        String to = scene.clock().seconds(f.to());
        return f.reason().isEmpty()
                ? Words.say("entry.inject-moved", who, f.number(), from, to)
                : Words.say("entry.inject-moved.because", who, f.number(), from, to, f.reason());
    }
}
