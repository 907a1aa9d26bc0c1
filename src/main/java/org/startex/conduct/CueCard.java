package org.startex.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Addressee;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.ParticipantId;
import org.startex.scenario.InjectKind;
import org.startex.scenario.VoiceScript;

/**
 * The card of an inject that a controller speaks, as it stands at a moment.
 *
 * @param at exercise time at which it fell or falls due, or reached the players' pages; null while nobody knows when that will be
 * @param onPage whether players have its text on their pages
 * @param said who has said it and when, or null
 * @param replies what was answered, in the order in which it was noted: the last is what counts
 */
public record CueCard(
        InjectNumber number,
        String title,
        Channel channel,
        List<Addressee> to,
        InjectKind kind,
        VoiceScript script,
        String notes,
        State state,
        @Nullable ExerciseTime at,
        boolean onPage,
        @Nullable Spoken said,
        List<Reply> replies) {
    /** So long after its time a card that nobody has said is late, in exercise time. */
    static final ExerciseTime LATE_AFTER = ExerciseTime.minutes(5);

    /** How a card stands. */
    public enum State {
        /** Its time has come, and nobody has said it yet. */
        TO_SPEAK,
        /** It has a time, which is still to come. */
        TO_COME,
        /** It waits for a cue or a condition. */
        WAITING,
        /** It stays back until a controller releases it. */
        HELD,
        /** A spare one, ready at any moment. */
        SPARE,
        /** It has been said. */
        SPOKEN,
        /** It was skipped, or recalled before anybody said it. */
        LEFT_OUT
    }

    /**
     * That it has been said.
     *
     * @param seq sequence of the entry
     * @param by who made the entry
     * @param at exercise time at which it was said
     * @param speaker who said it, where that was somebody else; else empty
     */
    public record Spoken(long seq, @Nullable ParticipantId by, Instant when, ExerciseTime at, String speaker) {}

    /**
     * An answer that was heard.
     *
     * @param by who noted it
     * @param at exercise time at which it was noted
     */
    public record Reply(long seq, @Nullable ParticipantId by, ExerciseTime at, VoiceReplyWords words) {}

    public CueCard {
        to = List.copyOf(to);
        replies = List.copyOf(replies);
    }

    /** All cards of an exercise: first what has a time, in the order of those, then the rest in the order of the plan. */
    public static List<CueCard> of(Play play, Instant now) {
        ExerciseTime elapsed = play.clock().elapsedAt(now);
        boolean started = play.clock().started().isPresent();
        return play.plan().injects().stream()
                .flatMap(inject -> play.planned(inject.number()).stream())
                .flatMap(inject -> inject.voice().map(script -> card(play, inject, script, elapsed, started)).stream())
                .sorted(Comparator.comparing(
                        CueCard::at, Comparator.nullsLast(Comparator.<@Nullable ExerciseTime>naturalOrder())))
                .toList();
    }

    /** The card that is to be said now, or next: the longest waiting, else the next with a time. */
    public static Optional<CueCard> next(List<CueCard> cards) {
        return cards.stream()
                .filter(card -> card.state() == State.TO_SPEAK)
                .findFirst()
                .or(() -> cards.stream()
                        .filter(card -> card.state() == State.TO_COME)
                        .findFirst());
    }

    private static CueCard card(
            Play play, PlannedInject inject, VoiceScript script, ExerciseTime elapsed, boolean started) {
        InjectNumber number = inject.number();
        Optional<Delivered> delivered = play.delivered(number);
        Optional<Spoken> spoken = spoken(play, number);
        Optional<ExerciseTime> at =
                spoken.map(Spoken::at).or(() -> delivered.map(Delivered::time)).or(() -> play.comes(number));
        return new CueCard(
                number,
                inject.words().title(),
                inject.channel(),
                inject.to(),
                inject.kind(),
                script,
                inject.words().notes(),
                state(
                        play,
                        inject,
                        delivered,
                        spoken.isPresent(),
                        started
                                && at.filter(time -> time.compareTo(elapsed) <= 0 && play.withinMove(time))
                                        .isPresent()),
                at.orElse(null),
                delivered.isPresent(),
                spoken.orElse(null),
                spoken.map(one -> replies(play, one.seq())).orElse(List.of()));
    }

    private static State state(
            Play play, PlannedInject inject, Optional<Delivered> delivered, boolean spoken, boolean come) {
        if (spoken) {
            return State.SPOKEN;
        }
        if (delivered.isPresent()) {
            return delivered.get().recalled().isPresent() ? State.LEFT_OUT : State.TO_SPEAK;
        }
        Optional<Handling> handling = play.handling(inject.number());
        if (handling.flatMap(Handling::skipped).isPresent()) {
            return State.LEFT_OUT;
        }
        if (handling.flatMap(Handling::held).isPresent()) {
            return State.HELD;
        }
        return switch (inject.kind()) {
            case InjectKind.Contingency k -> State.SPARE;
            case InjectKind.Cued k -> State.WAITING;
            case InjectKind.Conditional k when play.comes(inject.number()).isEmpty() -> State.WAITING;
            case InjectKind.Conditional k -> come ? State.TO_SPEAK : State.TO_COME;
            case InjectKind.Timed k -> come ? State.TO_SPEAK : State.TO_COME;
        };
    }

    /** Who has said an inject and when, if it stands that somebody has. */
    static Optional<Spoken> spoken(Play play, InjectNumber number) {
        Spoken standing = null;
        for (Memory memory : play.memories()) {
            if (memory.fact() instanceof InjectSpoken f && f.number().equals(number)) {
                standing = new Spoken(
                        memory.seq(),
                        memory.by(),
                        memory.occurredAt(),
                        memory.time().orElse(ExerciseTime.ZERO),
                        f.speaker());
            } else if (memory.fact() instanceof InjectSpokenUndone f
                    && f.number().equals(number)) {
                standing = null;
            }
        }
        return Optional.ofNullable(standing);
    }

    /** What was answered to an inject that was spoken. */
    static List<Reply> replies(Play play, long spoken) {
        return play.memories().stream()
                .filter(memory -> memory.fact() instanceof VoiceReplyNoted f && f.spoken() == spoken)
                .map(memory -> new Reply(
                        memory.seq(),
                        memory.by(),
                        memory.time().orElse(ExerciseTime.ZERO),
                        ((VoiceReplyNoted) memory.fact()).words()))
                .toList();
    }

    /** Whether it has waited too long to be said. */
    public boolean late(ExerciseTime elapsed) {
        return state == State.TO_SPEAK && at != null && elapsed.micros() - at.micros() >= LATE_AFTER.micros();
    }

    /** Who has said it, if somebody has. */
    public Optional<Spoken> spoken() {
        return Optional.ofNullable(said);
    }

    /** When it fell or falls due, if that is known. */
    public Optional<ExerciseTime> time() {
        return Optional.ofNullable(at);
    }
}
