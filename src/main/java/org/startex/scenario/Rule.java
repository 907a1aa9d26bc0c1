package org.startex.scenario;

import static org.startex.scenario.Severity.ERROR;
import static org.startex.scenario.Severity.WARNING;

import java.util.Locale;

/** What lint looks for. Message and remedy of each rule are in the bundle under its code. */
enum Rule {
    FOLDER_NAME(ERROR),
    NO_SUCH_FOLDER(ERROR),
    FILE_MISSING(ERROR),
    FILE_UNREADABLE(ERROR),
    FILE_TOO_LARGE(ERROR),
    LINK(ERROR),
    ENCODING(ERROR),
    CONTROL_CHARACTER(ERROR),
    YAML(ERROR),
    NOT_A_LIST(ERROR),
    NOT_A_MAP(ERROR),
    NOT_A_TEXT(ERROR),
    UNKNOWN_KEY(ERROR),
    DUPLICATE_KEY(ERROR),
    MISSING(ERROR),
    EMPTY(ERROR),
    TOO_LONG(ERROR),
    TOO_MANY(ERROR),
    TOO_MANY_TEMPLATES(ERROR),
    FORMAT(ERROR),
    CODE_FORM(ERROR),
    BAD_TIME(ERROR),
    BEFORE_START(ERROR),
    BAD_DELAY(ERROR),
    BAD_LENGTH(ERROR),
    BAD_DATE(ERROR),
    BAD_CLOCK(ERROR),
    UNKNOWN_ZONE(ERROR),
    UNKNOWN_KIND(ERROR),
    UNKNOWN_CHANNEL(ERROR),
    UNKNOWN_CELL(ERROR),
    UNKNOWN_ROLE(ERROR),
    UNKNOWN_OBJECTIVE(ERROR),
    UNKNOWN_KSB(ERROR),
    UNKNOWN_LRC(ERROR),
    UNKNOWN_RATING_SCALE(ERROR),
    MESSAGES_FORM(ERROR),
    DUPLICATE_CODE(ERROR),
    DUPLICATE_NUMBER(ERROR),
    NO_KIND(ERROR),
    TWO_KINDS(ERROR),
    CONTINGENCY_WORD(ERROR),
    CONDITION_FORM(ERROR),
    CONDITION_TOO_DEEP(ERROR),
    CONDITION_CYCLE(ERROR),
    CONDITION_CELL(ERROR),
    CONDITION_NEVER(ERROR),
    CONDITION_LATE(ERROR),
    UNKNOWN_INJECT(ERROR),
    DELAY_WITHOUT_CONDITION(ERROR),
    EXPECTED_WITHOUT_TIME(ERROR),
    AFTER_END(ERROR),
    FOR_NOBODY(ERROR),
    OBJECTIVE_UNTESTED(ERROR),
    EXPECTED_BEFORE(ERROR),
    PHASE_ORDER(ERROR),
    NO_DUFF_LINES(ERROR),
    ATTACHMENT_PATH(ERROR),
    ATTACHMENT_MISSING(ERROR),
    ATTACHMENT_SIZE(ERROR),
    ATTACHMENT_TYPE(ERROR),
    ATTACHMENT_CONTENT(ERROR),
    ATTACHMENT_ACTIVE(ERROR),
    CONTINGENCY_UNEXPLAINED(WARNING),
    WAITS_FOR_CONTINGENCY(WARNING),
    ATTACHMENT_UNUSED(WARNING),
    EXPECTED_AFTER_END(WARNING),
    CELL_IDLE(WARNING),
    REPEATED(WARNING);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    /** The rule's name in findings and in the documentation: {@code unknown-cell}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
