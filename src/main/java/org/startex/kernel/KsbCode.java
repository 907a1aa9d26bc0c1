package org.startex.kernel;

import java.util.regex.Pattern;

/** A knowledge, skill or behaviour of occupational standard ST1322. */
public record KsbCode(String value) {
    private static final Pattern FORM = Pattern.compile("[KSB][0-9]{1,2}");

    /**
     * @throws IllegalArgumentException if the text does not have the form of such a code, for instance {@code S12}
     */
    public KsbCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a KsbCode: " + value);
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
