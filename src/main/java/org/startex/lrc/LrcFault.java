package org.startex.lrc;

import org.startex.kernel.Texts;

/** Why something was not done. */
public enum LrcFault {
    MISSING("fault.missing"),
    TOO_LONG("fault.too-long"),
    UNREADABLE("fault.unreadable"),
    UNKNOWN("fault.unknown"),
    /** A group, response or step that is not there, or no longer. */
    NOT_A_CHOICE("fault.not-a-choice"),
    NAME_TAKEN("fault.name-taken"),
    /** Somebody else changed it meanwhile. */
    CHANGED_MEANWHILE("fault.changed-meanwhile"),
    RETIRED("fault.retired"),
    NOT_RETIRED("fault.not-retired"),
    UNKNOWN_LESSON("fault.unknown-lesson"),
    LESSON_DECLINED("fault.lesson-declined"),
    NOT_PROPOSED("fault.not-proposed"),
    NOT_AGREED("fault.not-agreed"),
    NOT_UNDER_WAY("fault.not-under-way"),
    STANDS_AS_DONE("fault.stands-as-done"),
    IS_WITHDRAWN("fault.is-withdrawn"),
    IS_EMBEDDED("fault.is-embedded"),
    NO_SCALE("fault.no-scale"),
    SCALE_TOO_SHORT("fault.scale-too-short"),
    SCALE_TOO_LONG("fault.scale-too-long"),
    LABEL_TWICE("fault.label-twice"),
    NOT_ON_THE_SCALE("fault.not-on-the-scale"),
    RED_OFF_THE_SCALE("fault.red-off-the-scale"),
    SCALE_UNCHANGED("fault.scale-unchanged");

    private final String key;

    LrcFault(String key) {
        this.key = key;
    }

    String text() {
        return Texts.of("lrc").get(key);
    }
}
