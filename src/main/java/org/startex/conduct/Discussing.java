package org.startex.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.startex.conduct.Exercise.InPlay;
import org.startex.kernel.Addressee;
import org.startex.kernel.Audience;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.LedgerEntry;
import org.startex.ledger.Reason;

/** The rules of a move's discussion: which questions the tables have, and until when they answer them, in real time. */
final class Discussing {
    /** The longest that a discussion is opened or extended for, in minutes. */
    static final int LONGEST = 240;

    private Discussing() {}

    static Optional<Reason> discuss(Unfolding u, InPlay in, ExerciseCommand.Discuss command) {
        if (!(in instanceof Exercise.Running || in instanceof Exercise.Paused)) {
            return Conduct.notRunning(in);
        }
        if (!in.play().plan().facilitated()) {
            return Conduct.refused("not-facilitated");
        }
        return switch (command) {
            case ExerciseCommand.OpenDiscussion c -> open(u, in.play(), c);
            case ExerciseCommand.ExtendDiscussion c -> extend(u, in.play(), c);
            case ExerciseCommand.CloseDiscussion c -> close(u, in.play(), c);
        };
    }

    private static Optional<Reason> open(Unfolding u, Play play, ExerciseCommand.OpenDiscussion c) {
        Moves moves = play.schedule().moves();
        if (c.move() != moves.begun()) {
            return Conduct.refused("move-begun-meanwhile");
        }
        List<PlannedQuestion> planned = play.questions(c.move());
        if (c.questions().isEmpty()
                || c.questions().stream().anyMatch(number -> number < 1 || number > planned.size())) {
            return Optional.of(Reason.of("no-questions", "questions"));
        }
        if (c.minutes() < 1 || c.minutes() > LONGEST) {
            return Optional.of(Reason.of("discussion-length", "minutes"));
        }
        u.by(c.by(), Audience.EVERYONE, new DiscussionOpened(c.move(), u.now().plus(Duration.ofMinutes(c.minutes()))));
        c.questions().stream()
                .distinct()
                .sorted()
                .map(number -> new QuestionNumber(c.move(), number))
                .filter(number -> moves.question(number).isEmpty())
                .forEach(number -> put(u, play, c.by(), number, planned.get(number.number() - 1)));
        return Optional.empty();
    }

    private static void put(Unfolding u, Play play, ParticipantId by, QuestionNumber number, PlannedQuestion question) {
        List<CellCode> all = play.plan().places().stream().map(Place::code).toList();
        List<CellCode> cells = question.cells().isEmpty() ? all : question.cells();
        Audience audience = question.cells().isEmpty()
                ? Audience.EVERYONE
                : play.people()
                        .audienceOf(cells.stream()
                                .map(cell -> new Addressee(cell, ""))
                                .toList());
        u.by(by, audience, new QuestionOpened(number, cells, question.text()));
    }

    private static Optional<Reason> extend(Unfolding u, Play play, ExerciseCommand.ExtendDiscussion c) {
        Optional<Discussion> discussion = play.schedule().moves().discussion().filter(d -> !d.closed());
        if (discussion.isEmpty()) {
            return Conduct.refused("no-discussion");
        }
        if (c.minutes() < 1 || c.minutes() > LONGEST) {
            return Optional.of(Reason.of("discussion-length", "minutes"));
        }
        if (!discussion.get().until().equals(c.until())) {
            return Conduct.refused("discussion-changed");
        }
        Instant from = discussion.get().overAt(u.now()) ? u.now() : c.until();
        u.by(
                c.by(),
                Audience.EVERYONE,
                new DiscussionExtended(discussion.get().move(), from.plus(Duration.ofMinutes(c.minutes()))));
        return Optional.empty();
    }

    private static Optional<Reason> close(Unfolding u, Play play, ExerciseCommand.CloseDiscussion c) {
        Optional<Discussion> discussion = play.schedule().moves().discussion().filter(d -> !d.closed());
        if (discussion.isEmpty()) {
            return Conduct.refused("no-discussion");
        }
        u.by(c.by(), Audience.EVERYONE, new DiscussionClosed(discussion.get().move()));
        return Optional.empty();
    }

    /** The tables get back the time that a real incident took from them. */
    static void giveBack(Unfolding u, Play play, NoDuff noDuff, ParticipantId by) {
        play.schedule()
                .moves()
                .discussion()
                .filter(discussion -> !discussion.closed() && !discussion.overAt(noDuff.since()))
                .ifPresent(discussion -> u.by(
                        by,
                        Audience.EVERYONE,
                        new DiscussionExtended(
                                discussion.move(),
                                discussion.until().plus(Duration.between(noDuff.since(), u.now())))));
    }

    static Play fold(Play play, DiscussionOpened act, LedgerEntry entry) {
        return with(play, new Discussion(act.move(), entry.occurredAt(), act.until(), false));
    }

    static Play fold(Play play, DiscussionExtended act) {
        return play.schedule()
                .moves()
                .discussion(act.move())
                .map(discussion -> with(play, discussion.extended(act.until())))
                .orElse(play);
    }

    static Play fold(Play play, DiscussionClosed act, LedgerEntry entry) {
        return play.schedule()
                .moves()
                .discussion(act.move())
                .map(discussion -> with(play, discussion.closedAt(entry.occurredAt())))
                .orElse(play);
    }

    static Play fold(Play play, QuestionOpened act, LedgerEntry entry) {
        Schedule schedule = play.schedule();
        return play.with(schedule.with(
                schedule.moves().with(new OpenQuestion(act.question(), act.cells(), act.text(), entry.occurredAt()))));
    }

    static Play fold(Play play, TableAnswer answer, LedgerEntry entry) {
        Schedule schedule = play.schedule();
        return play.with(schedule.with(schedule.moves().answered(answer, entry)));
    }

    private static Play with(Play play, Discussion discussion) {
        Schedule schedule = play.schedule();
        return play.with(schedule.with(schedule.moves().with(discussion)));
    }
}
