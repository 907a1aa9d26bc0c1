package org.startex.lrc;

import static org.startex.lrc.ImprovementState.AGREED;
import static org.startex.lrc.ImprovementState.DONE;
import static org.startex.lrc.ImprovementState.EMBEDDED;
import static org.startex.lrc.ImprovementState.PROPOSED;
import static org.startex.lrc.ImprovementState.UNDER_WAY;
import static org.startex.lrc.ImprovementState.WITHDRAWN;

import java.util.Optional;
import java.util.function.Supplier;
import org.startex.conduct.Words;

/**
 * The rules of an improvement record's life: pure. The working group proposes, agrees, begins, finishes or withdraws it. Nobody embeds it: it is embedded while it is done and
 * its lesson is embedded, and opened again when its lesson is.
 */
final class ImprovementLife {
    private ImprovementLife() {}

    static ImprovementRuling decide(Improvement record, ImprovementAct act, LessonStanding lesson) {
        if (record.state() == WITHDRAWN) {
            return refuse(LrcFault.IS_WITHDRAWN);
        }
        return switch (act) {
            case ImprovementAct.Agree(String words) ->
                record.state() == PROPOSED
                        ? unless(note(words, false), () -> moved(record, ImprovementEvent.AGREED, AGREED, words))
                        : refuse(LrcFault.NOT_PROPOSED);
            case ImprovementAct.Begin(String words) ->
                record.state() == AGREED
                        ? unless(note(words, false), () -> moved(record, ImprovementEvent.BEGUN, UNDER_WAY, words))
                        : refuse(LrcFault.NOT_AGREED);
            case ImprovementAct.Note(String words) ->
                unless(note(words, true), () -> moved(record, ImprovementEvent.NOTED, record.state(), words));
            case ImprovementAct.Finish(String evidence) ->
                record.state() == UNDER_WAY
                        ? unless(
                                LrcWords.first(LrcWords.needed(evidence, LrcField.EVIDENCE, Words.TEXT)),
                                () -> done(record, evidence, lesson))
                        : refuse(LrcFault.NOT_UNDER_WAY);
            case ImprovementAct.Withdraw(String reason) ->
                record.state() == EMBEDDED
                        ? refuse(LrcFault.IS_EMBEDDED)
                        : unless(reason(reason), () -> moved(record, ImprovementEvent.WITHDRAWN, WITHDRAWN, reason));
            case ImprovementAct.Change(ImprovementDraft draft, String reason) -> change(record, draft, reason);
        };
    }

    private static ImprovementRuling change(Improvement record, ImprovementDraft draft, String reason) {
        if (!record.state().open()) {
            return refuse(LrcFault.STANDS_AS_DONE);
        }
        ImprovementDraft tidy = draft.tidy();
        Optional<LrcRefusal> fault = tidy.fault()
                .or(() -> record.state() == PROPOSED && reason.isBlank() ? Optional.empty() : reason(reason));
        return unless(
                fault,
                () -> new ImprovementRuling.Accepted(
                        ImprovementEvent.CHANGED,
                        with(record, tidy, record.state(), record.reopened(), record.lessonReopenings()),
                        reason.strip()));
    }

    private static ImprovementRuling done(Improvement record, String evidence, LessonStanding lesson) {
        return new ImprovementRuling.Accepted(
                ImprovementEvent.DONE,
                with(record, record.draft(), DONE, false, lesson.reopenings()),
                evidence.strip());
    }

    private static ImprovementRuling moved(
            Improvement record, ImprovementEvent event, ImprovementState state, String words) {
        return new ImprovementRuling.Accepted(
                event,
                with(record, record.draft(), state, record.reopened() && state == UNDER_WAY, record.lessonReopenings()),
                words.strip());
    }

    /**
     * What the lesson's standing means for a record that is done or embedded; empty where nothing follows. Asked again after each answer, it comes to rest
     * at once.
     */
    static Optional<ImprovementRuling.Accepted> follow(Improvement record, LessonStanding lesson) {
        boolean made = record.state() == DONE || record.state() == EMBEDDED;
        boolean reopened = lesson.reopenings() > record.lessonReopenings();
        if (made && (reopened || (record.state() == EMBEDDED && !lesson.embedded()))) {
            return Optional.of(new ImprovementRuling.Accepted(
                    ImprovementEvent.REOPENED, with(record, record.draft(), UNDER_WAY, true, lesson.reopenings()), ""));
        }
        if (record.state() == DONE && lesson.embedded()) {
            return Optional.of(new ImprovementRuling.Accepted(
                    ImprovementEvent.EMBEDDED, with(record, record.draft(), EMBEDDED, false, lesson.reopenings()), ""));
        }
        return Optional.empty();
    }

    private static Improvement with(
            Improvement record, ImprovementDraft draft, ImprovementState state, boolean reopened, int reopenings) {
        return new Improvement(
                record.number(),
                record.lesson(),
                draft,
                record.ownerName(),
                state,
                reopened,
                reopenings,
                record.changes(),
                record.at());
    }

    private static Optional<LrcRefusal> note(String words, boolean needed) {
        return LrcWords.first(
                needed
                        ? LrcWords.needed(words, LrcField.NOTE, Words.TEXT)
                        : LrcWords.optional(words, LrcField.NOTE, Words.TEXT));
    }

    private static Optional<LrcRefusal> reason(String words) {
        return LrcWords.first(LrcWords.needed(words, LrcField.REASON, Words.REASON));
    }

    private static ImprovementRuling unless(Optional<LrcRefusal> fault, Supplier<ImprovementRuling> otherwise) {
        return fault.<ImprovementRuling>map(ImprovementRuling.Refused::new).orElseGet(otherwise);
    }

    private static ImprovementRuling refuse(LrcFault fault) {
        return new ImprovementRuling.Refused(LrcRefusal.of(fault));
    }
}
