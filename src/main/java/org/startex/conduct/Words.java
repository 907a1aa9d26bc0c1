package org.startex.conduct;

import java.util.Optional;
import org.startex.ledger.Reason;

/** Limits on what people write, checked before anything is recorded. Lengths are in characters as Java counts them. */
public final class Words {
    /** A title, a name in the story. */
    public static final int TITLE = 120;
    /** A reason for an act. */
    public static final int REASON = 500;
    /** A text of several paragraphs. */
    public static final int TEXT = 4000;

    private Words() {}

    /**
     * Checks a text: {@code missing} when needed and blank, {@code too-long} over the limit, {@code bad-text} with a NUL or half a character pair.
     */
    public static Optional<Reason> check(String text, String field, int limit, boolean needed) {
        if (needed && text.isBlank()) {
            return Optional.of(Reason.of("missing", field));
        }
        if (text.length() > limit) {
            return Optional.of(Reason.of("too-long", field));
        }
        return isClean(text) ? Optional.empty() : Optional.of(Reason.of("bad-text", field));
    }

    /** Whether a text can be stored: no NUL, no lone surrogate. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return false;
                }
            }
        }
        return true;
    }
}
