package org.startex.kernel;

import java.util.regex.Pattern;

/** An objective of a scenario. */
public record ObjectiveCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}[0-9]{1,3}");

    /**
     * @throws IllegalArgumentException if the text does not have the form of such a code, for instance {@code O1}
     */
    public ObjectiveCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ObjectiveCode: " + value);
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
