package org.startex.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an inject reaches players in the story. */
public enum Channel {
    PHONE,
    RADIO,
    MAIL,
    SOCIAL,
    NEWS,
    LETTER,
    METHANE,
    SITUATION_REPORT,
    MAP,
    IN_PERSON;

    /** The code in a scenario and on the wire: {@code situation-report}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The channel with this code. */
    public static Optional<Channel> withCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
