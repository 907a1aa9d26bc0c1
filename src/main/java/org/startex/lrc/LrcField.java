package org.startex.lrc;

import org.startex.kernel.Texts;

/** A field that a working group fills in. */
public enum LrcField {
    TITLE("field.title"),
    STEP("field.step"),
    MODULE("field.module"),
    RESPONSE("field.response"),
    PROTOCOL("field.protocol"),
    GROUP("field.group"),
    OWNER_ROLE("field.owner-role"),
    OWNER("field.owner"),
    DUE("field.due"),
    VALUE("field.value"),
    JUDGED_BY("field.judged-by"),
    KIND("field.kind"),
    NAME("field.name"),
    RATIONALE("field.rationale"),
    DESCRIPTION("field.description"),
    NEEDS("field.needs"),
    SCALE("field.scale"),
    COMPRISES("field.comprises"),
    SERVES("field.serves"),
    LABEL("field.label"),
    MEANING("field.meaning"),
    RED("field.red"),
    RANK("field.rank"),
    REASON("field.reason"),
    EVIDENCE("field.evidence"),
    NOTE("field.note");

    private final String key;

    LrcField(String key) {
        this.key = key;
    }

    /** What the field is called. */
    public String title() {
        return Texts.of("lrc").get(key);
    }
}
