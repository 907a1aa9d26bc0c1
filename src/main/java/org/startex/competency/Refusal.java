package org.startex.competency;

import java.util.Locale;
import org.startex.kernel.Texts;

/** Why something was not done. */
public enum Refusal {
    ALREADY_ENROLLED,
    NOT_ENROLLED,
    NOT_AN_ASSESSOR,
    NOT_YOURSELF,
    ALREADY_NAMED,
    NOT_NAMED,
    NO_SUCH_PROPOSAL,
    ALREADY_A_PIECE,
    STATEMENT_MISSING,
    REASON_MISSING,
    TOO_LONG,
    BAD_TEXT,
    NO_KSB,
    UNKNOWN_KSB,
    ALREADY_CLAIMED,
    NOT_CLAIMED,
    NOTHING_ASKED_FOR,
    WITHDRAWN,
    SAME_JUDGEMENT,
    CHANGED_MEANWHILE,
    BAD_REFERENCE,
    TITLE_MISSING,
    STANDARD_KNOWN,
    STANDARD_UNKNOWN,
    NOT_YOURS_OR_USED,
    BAD_NUMBER,
    ELEMENT_MISSING,
    ELEMENT_UNKNOWN,
    ELEMENT_OF_ANOTHER,
    TOO_LONG_HERE,
    NO_ELEMENTS,
    ROUND_FINISHED,
    NOTHING_RATED,
    BAD_RATING,
    NOBODY_OF_THAT_NAME,
    SHARED_WITH_YOURSELF,
    SHARED_ALREADY,
    NOT_SHARED,
    LESSON_UNKNOWN,
    LESSON_NOT_ABOUT_SKILL,
    LESSON_DECLINED,
    NEED_MISSING,
    ROLE_MISSING,
    NO_ASSESSOR,
    SAME_STATE,
    MET_BY_ASSESSOR,
    NEED_REASON_MISSING;

    private static final Texts TEXTS = Texts.of("competency");

    /** What to show: what is wrong and what to do. */
    public String message() {
        return TEXTS.get("refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
