package org.startex.lrc;

import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;

/**
 * Why something was not done, and which field it is about, if one.
 */
public record LrcRefusal(LrcFault fault, @Nullable LrcField field) {
    static LrcRefusal of(LrcFault fault) {
        return new LrcRefusal(fault, null);
    }

    /** What to show: the field where there is one, what happened and what to do. */
    public String message() {
        return field == null ? fault.text() : Texts.of("lrc").get("refusal.of-field", field.title(), fault.text());
    }
}
