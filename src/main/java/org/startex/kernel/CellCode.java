package org.startex.kernel;

import java.util.regex.Pattern;

/** A cell of an exercise, as the scenario names it: a room, a table or a co-ordinating group. */
public record CellCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * @throws IllegalArgumentException if the text does not have the form of such a code, for instance {@code rest-centre}
     */
    public CellCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a CellCode: " + value);
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
