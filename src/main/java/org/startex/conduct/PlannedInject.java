package org.startex.conduct;

import java.util.List;
import java.util.Optional;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.ObjectiveCode;

/** An inject of the plan. */
public record PlannedInject(
        InjectNumber number,
        ExerciseTime due,
        List<Addressee> to,
        Channel channel,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs,
        List<LrcCode> lrc,
        InjectWords words) {
    public PlannedInject {
        to = List.copyOf(to);
        objectives = List.copyOf(objectives);
        ksbs = List.copyOf(ksbs);
        lrc = List.copyOf(lrc);
    }

    /** By when the plan expects the first answer, if it does. */
    public Optional<ExerciseTime> expectedBy() {
        return words.expected().stream().map(ExpectedStep::by).min(ExerciseTime::compareTo);
    }

    /** The same at another time; what is expected of players moves with it. */
    PlannedInject movedTo(ExerciseTime other) {
        long by = other.micros() - due.micros();
        return by == 0 ? this : new PlannedInject(number, other, to, channel, objectives, ksbs, lrc, words.later(by));
    }

    /** The same for others. */
    PlannedInject readdressed(List<Addressee> others) {
        return others.equals(to) ? this : new PlannedInject(number, due, others, channel, objectives, ksbs, lrc, words);
    }

    /** Its words as players read them. */
    DeliveredWords delivered() {
        return new DeliveredWords(words.title(), words.from(), words.text(), words.files());
    }
}
