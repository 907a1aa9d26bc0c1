package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Audience;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Reason;

/**
 * The rules of injects that a controller speaks. Saying one delivers it, if it has not reached the players' pages before: what players have heard they may answer. It is said
 * once; who ticked the wrong card takes that back, as long as no reply is noted.
 */
final class Voices {
    /** So far back an inject can be said to have been spoken. */
    static final Duration BACK = Duration.ofMinutes(60);

    private Voices() {}

    static Optional<Reason> speak(Unfolding u, InPlay in, ExerciseCommand.Voice command) {
        boolean played = in instanceof Exercise.Running || in instanceof Exercise.Paused;
        boolean noted = command instanceof ExerciseCommand.NoteVoiceReply && in instanceof Exercise.Closing;
        if (!played && !noted) {
            return Conduct.notRunning(in);
        }
        Play play = in.play();
        Optional<PlannedInject> known = play.planned(command.number());
        if (known.isEmpty()) {
            return Conduct.refused("unknown-inject");
        }
        if (known.get().voice().isEmpty()) {
            return Conduct.refused("no-cue-card");
        }
        Optional<CueCard.Spoken> standing = CueCard.spoken(play, command.number());
        return switch (command) {
            case ExerciseCommand.SpeakInject c ->
                standing.isPresent() ? Conduct.refused("already-spoken") : say(u, play, known.get(), c);
            case ExerciseCommand.UndoSpoken c ->
                ifStands(standing, c.spoken())
                        .or(() -> CueCard.replies(play, c.spoken()).isEmpty()
                                ? Optional.empty()
                                : Conduct.refused("reply-noted"))
                        .or(() -> noted(u, c, new InjectSpokenUndone(c.number(), c.spoken())));
            case ExerciseCommand.NoteVoiceReply c ->
                ifStands(standing, c.spoken())
                        .or(() -> Words.check(c.words().text(), "text", Words.TEXT, true))
                        .or(() -> Words.check(c.words().heardBy(), "heardBy", Words.TITLE, false))
                        .or(() -> noted(u, c, new VoiceReplyNoted(c.number(), c.spoken(), c.words())));
        };
    }

    private static Optional<Reason> ifStands(Optional<CueCard.Spoken> standing, long spoken) {
        return standing.filter(one -> one.seq() == spoken).isPresent()
                ? Optional.empty()
                : Conduct.refused("not-spoken-any-more");
    }

    private static Optional<Reason> noted(Unfolding u, ExerciseCommand.Voice c, InjectVoiced fact) {
        u.by(c.by(), Audience.STAFF, fact);
        return Optional.empty();
    }

    private static Optional<Reason> say(Unfolding u, Play play, PlannedInject inject, ExerciseCommand.SpeakInject c) {
        InjectNumber number = c.number();
        Optional<Delivered> delivered = play.delivered(number);
        if (delivered.flatMap(Delivered::recalled).isPresent()) {
            return Conduct.refused("already-recalled");
        }
        if (delivered.isEmpty()
                && play.handling(number).flatMap(Handling::skipped).isPresent()) {
            return Conduct.refused("already-skipped");
        }
        Instant spokenAt = c.spokenAt().truncatedTo(ChronoUnit.MICROS);
        if (spokenAt.isAfter(u.now())) {
            return Optional.of(Reason.of("spoken-in-future", "spokenAt"));
        }
        if (play.clock().started().filter(start -> spokenAt.isBefore(start)).isPresent()) {
            return Optional.of(Reason.of("spoken-before-startex", "spokenAt"));
        }
        if (spokenAt.isBefore(u.now().minus(BACK))) {
            return Optional.of(Reason.of("spoken-too-long-ago", "spokenAt"));
        }
        Optional<Reason> bad = Words.check(c.speaker(), "speaker", Words.TITLE, false);
        if (bad.isPresent()) {
            return bad;
        }
        if (delivered.isEmpty()) {
            Steering.deliver(u, play, c.by(), spokenAt, inject);
        }
        u.by(c.by(), Audience.STAFF, spokenAt, new InjectSpoken(number, c.speaker()));
        return Optional.empty();
    }
}
