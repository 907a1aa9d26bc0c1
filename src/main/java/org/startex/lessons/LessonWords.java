package org.startex.lessons;

import java.util.Optional;
import java.util.stream.Stream;
import org.startex.conduct.Words;

/** Limits on what people write about a lesson. */
final class LessonWords {
    private LessonWords() {}

    static Optional<LessonFault> check(LessonDraft draft) {
        return Stream.of(
                        text(draft.title(), Words.TITLE, LessonFault.TITLE_MISSING, LessonFault.TITLE_TOO_LONG),
                        text(
                                draft.recommendation(),
                                Words.TEXT,
                                LessonFault.RECOMMENDATION_MISSING,
                                LessonFault.RECOMMENDATION_TOO_LONG),
                        text(draft.theme(), Words.TITLE, LessonFault.THEME_MISSING, LessonFault.THEME_TOO_LONG))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static LessonDraft tidy(LessonDraft draft) {
        return new LessonDraft(
                draft.title().strip(),
                draft.recommendation().strip(),
                draft.theme().strip(),
                draft.skill());
    }

    static Optional<LessonFault> reason(String text, boolean needed) {
        return text.isBlank() && !needed
                ? Optional.empty()
                : text(text, Words.REASON, LessonFault.REASON_MISSING, LessonFault.REASON_TOO_LONG);
    }

    static Optional<LessonFault> judgement(String text) {
        return text(text, Words.TEXT, LessonFault.REASON_MISSING, LessonFault.REASON_TOO_LONG);
    }

    static Optional<LessonFault> evidence(String text) {
        return text(text, Words.TEXT, LessonFault.EVIDENCE_MISSING, LessonFault.EVIDENCE_TOO_LONG);
    }

    static Optional<LessonFault> action(String text) {
        return text(text, Words.REASON, LessonFault.ACTION_MISSING, LessonFault.ACTION_TOO_LONG);
    }

    private static Optional<LessonFault> text(String text, int longest, LessonFault missing, LessonFault tooLong) {
        if (text.isBlank()) {
            return Optional.of(missing);
        }
        if (text.length() > longest) {
            return Optional.of(tooLong);
        }
        return Words.isClean(text) ? Optional.empty() : Optional.of(LessonFault.UNREADABLE);
    }
}
