package org.startex.ui.control;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startex.kernel.Lengths;

/** Minutes of exercise time as controllers write and read them: {@code 5}, {@code -10}, {@code +2:30}. */
final class Minutes {
    private static final Pattern FORM = Pattern.compile("\\s*([+\u2212-]?)\\s*(\\d{1,5})(?::([0-5]\\d))?\\s*");
    private static final String PLUS = "+";
    private static final String MINUS = "\u2212";

    private Minutes() {}

    /** Microseconds of exercise time; empty if the text is not minutes, with seconds after a colon where wanted. */
    static Optional<Long> micros(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(m.group(2)) * 60 + (m.group(3) == null ? 0 : Long.parseLong(m.group(3)));
        boolean earlier = !m.group(1).isEmpty() && !m.group(1).equals(PLUS);
        return Optional.of((earlier ? -seconds : seconds) * 1_000_000);
    }

    /** {@code +20:00} for later, {@code \u22122:30} for earlier. */
    static String signed(long micros) {
        String length = Lengths.of(Duration.ofNanos(Math.abs(micros) * 1000));
        return (micros < 0 ? MINUS : PLUS) + length;
    }
}
