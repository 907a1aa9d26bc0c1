package org.startex.ledger;

import org.startex.kernel.Texts;

/**
 * Why something was refused: a code that faces turn into words, and the field at fault or empty.
 *
 * @param code for instance {@code rationale-missing}; its text is in the bundle {@code refusals}
 */
public record Reason(String code, String field) {
    /** A refusal that no single field caused. */
    public static Reason of(String code) {
        return new Reason(code, "");
    }

    /** A refusal that a field caused. */
    public static Reason of(String code, String field) {
        return new Reason(code, field);
    }

    /** What to show: what happened and what to do. */
    public String message() {
        return Texts.of("refusals").get(code);
    }
}
