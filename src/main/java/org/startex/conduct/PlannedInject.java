package org.startex.conduct;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.ObjectiveCode;
import org.startex.scenario.InjectKind;
import org.startex.scenario.VoiceScript;

/**
 * An inject of the plan.
 *
 * @param due when it falls due; of one that waits for a condition its own time if it has one; else the moment of STARTEX, from which its expected actions count
 * @param kind what makes it leave; older records name none, and theirs are timed
 */
public record PlannedInject(
        InjectNumber number,
        ExerciseTime due,
        List<Addressee> to,
        Channel channel,
        List<ObjectiveCode> objectives,
        List<KsbCode> ksbs,
        List<LrcCode> lrc,
        InjectWords words,
        InjectKind kind) {
    public PlannedInject {
        kind = Objects.requireNonNullElse(kind, new InjectKind.Timed());
        to = List.copyOf(to);
        objectives = List.copyOf(objectives);
        ksbs = List.copyOf(ksbs);
        lrc = List.copyOf(lrc);
    }

    /** A timed one. */
    public PlannedInject(
            InjectNumber number,
            ExerciseTime due,
            List<Addressee> to,
            Channel channel,
            List<ObjectiveCode> objectives,
            List<KsbCode> ksbs,
            List<LrcCode> lrc,
            InjectWords words) {
        this(number, due, to, channel, objectives, ksbs, lrc, words, new InjectKind.Timed());
    }

    /** Whether it has a time of its own, so that it stands somewhere on the timeline and can be moved. */
    public boolean hasTime() {
        return kind.hasTime();
    }

    /** What a controller says for it, if one does. */
    public Optional<VoiceScript> voice() {
        return Optional.ofNullable(words.voice());
    }

    /** Whether it waits until a controller has said it: it does not fall due by itself. */
    public boolean awaitsVoice() {
        return voice().filter(VoiceScript::awaited).isPresent();
    }

    /** What it waits for, if it waits for a condition. */
    public Optional<InjectKind.Conditional> conditional() {
        return kind instanceof InjectKind.Conditional waits ? Optional.of(waits) : Optional.empty();
    }

    /** By when the plan expects the first answer, if it does. */
    public Optional<ExerciseTime> expectedBy() {
        return words.expected().stream().map(ExpectedStep::by).min(ExerciseTime::compareTo);
    }

    /** The same at another time; what is expected of players moves with it, and so do all times of its own. */
    PlannedInject movedTo(ExerciseTime other) {
        long by = other.micros() - due.micros();
        return by == 0
                ? this
                : new PlannedInject(number, other, to, channel, objectives, ksbs, lrc, words.later(by), kind.later(by));
    }

    /** The same as it leaves, or is foreseen to leave, at a time; what it waited for is said as planned. */
    PlannedInject comingAt(ExerciseTime time) {
        long by = time.micros() - due.micros();
        return by == 0
                ? this
                : new PlannedInject(number, time, to, channel, objectives, ksbs, lrc, words.later(by), kind);
    }

    /** The same for others. */
    PlannedInject readdressed(List<Addressee> others) {
        return others.equals(to)
                ? this
                : new PlannedInject(number, due, others, channel, objectives, ksbs, lrc, words, kind);
    }

    /** Its words as players read them. */
    DeliveredWords delivered() {
        return new DeliveredWords(words.title(), words.from(), words.text(), words.files());
    }
}
