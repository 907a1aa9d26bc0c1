package org.startex.kernel;

import java.util.regex.Pattern;

/** A step or a modular response of the Local Resilience Capability. */
public record LrcCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /**
     * @throws IllegalArgumentException if the text does not have the form of such a code, for instance {@code step-3}
     */
    public LrcCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a LrcCode: " + value);
        }
    }

    /** Whether the text has the form of such a code. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
