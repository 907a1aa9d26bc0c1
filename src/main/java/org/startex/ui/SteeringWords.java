package org.startex.ui;

import org.startex.conduct.InjectHeld;
import org.startex.conduct.InjectMoved;
import org.startex.conduct.InjectPutBack;
import org.startex.conduct.InjectReleased;
import org.startex.conduct.InjectSkipped;
import org.startex.conduct.InjectSteered;

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
        };
    }

    private static String moved(Scene scene, InjectMoved f, String who) {
        String from = scene.clock().seconds(f.from());
        String to = scene.clock().seconds(f.to());
        return f.reason().isEmpty()
                ? Words.say("entry.inject-moved", who, f.number(), from, to)
                : Words.say("entry.inject-moved.because", who, f.number(), from, to, f.reason());
    }
}
