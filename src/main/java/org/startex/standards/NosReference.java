package org.startex.standards;

import java.util.regex.Pattern;

/**
 * Names one National Occupational Standard. Reference numbers were used again with another meaning, so the year of approval belongs to the name.
 *
 * @param urn for instance {@code SFJCCAG1}
 * @param approved the year of approval
 */
public record NosReference(String urn, int approved) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{3,19}");
    private static final int FIRST_YEAR = 1986;
    private static final int LAST_YEAR = 2100;

    /**
     * @throws IllegalArgumentException if the texts do not have the form of such a name
     */
    public NosReference {
        if (!isOne(urn, approved)) {
            throw new IllegalArgumentException("not a reference of a standard: " + urn);
        }
    }

    /** Whether these can name a standard: 4 to 20 capitals and figures that begin with a capital, and a year since the first standards. */
    public static boolean isOne(String urn, int approved) {
        return FORM.matcher(urn).matches() && approved >= FIRST_YEAR && approved <= LAST_YEAR;
    }

    @Override
    public String toString() {
        return urn + " (" + approved + ")";
    }
}
