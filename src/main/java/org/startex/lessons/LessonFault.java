package org.startex.lessons;

import java.util.Locale;
import org.startex.kernel.Texts;

/** Why an act on a lesson was refused. */
public enum LessonFault {
    TITLE_MISSING("title"),
    TITLE_TOO_LONG("title"),
    RECOMMENDATION_MISSING("recommendation"),
    RECOMMENDATION_TOO_LONG("recommendation"),
    THEME_MISSING("theme"),
    THEME_TOO_LONG("theme"),
    REASON_MISSING("reason"),
    REASON_TOO_LONG("reason"),
    EVIDENCE_MISSING("evidence"),
    EVIDENCE_TOO_LONG("evidence"),
    ACTION_MISSING("text"),
    ACTION_TOO_LONG("text"),
    UNREADABLE(""),
    FINDING_WITHDRAWN(""),
    UNKNOWN_LESSON(""),
    UNKNOWN_PERSON("owner"),
    UNKNOWN_ACTION(""),
    UNKNOWN_INJECT("inject"),
    UNKNOWN_ATTACHMENT(""),
    UNKNOWN_TEST(""),
    UNKNOWN_ENTRY("cites"),
    NOT_IDENTIFIED(""),
    NOT_ACCEPTED(""),
    IS_DECLINED(""),
    WORDING_STANDS(""),
    ACTION_CLOSED(""),
    NOT_YOUR_ACTION(""),
    ACTIONS_OPEN(""),
    NOT_TO_BE_TESTED(""),
    ALREADY_ATTACHED("inject"),
    ALREADY_TAKEN_OFF(""),
    EXERCISE_NOT_ENDED(""),
    ALREADY_JUDGED(""),
    OWN_LESSON(""),
    INJECT_NOT_DELIVERED("held");

    private final String field;

    LessonFault(String field) {
        this.field = field;
    }

    /** The field at fault, or empty. */
    public String field() {
        return field;
    }

    /** What to show: what happened and what to do. */
    public String message() {
        return Texts.of("lessons")
                .get("fault." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
