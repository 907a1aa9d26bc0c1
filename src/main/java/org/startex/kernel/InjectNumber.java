package org.startex.kernel;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An inject's number in the MSEL, as controllers say it aloud. In order 2 comes before 10, 13 before 13a and all numbers without letters before A1. */
public record InjectNumber(String value) implements Comparable<InjectNumber> {
    private static final Pattern FORM = Pattern.compile("([A-Z]{0,3})([0-9]{1,4})([a-z]?)");
    private static final Comparator<InjectNumber> ORDER = Comparator.comparing((InjectNumber each) -> each.part(1))
            .thenComparing(each -> Integer.valueOf(each.part(2)))
            .thenComparing(InjectNumber::value);

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

    private String part(int which) {
        Matcher form = FORM.matcher(value);
        return form.matches() ? form.group(which) : "";
    }

    @Override
    public int compareTo(InjectNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
