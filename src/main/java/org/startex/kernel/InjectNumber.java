package org.startex.kernel;

import java.util.regex.Pattern;

/** An inject's number in the MSEL, as controllers say it aloud. */
public record InjectNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{0,3}[0-9]{1,4}[a-z]?");

    /**
     * @throws IllegalArgumentException if the text does not have the form of such a code, for instance {@code 13}
     */
    public InjectNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a InjectNumber: " + value);
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
