package org.startex.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What drives an exercise on: its clock, or the facilitator's hand. */
public enum ConductKind {
    /** Injects fall due by themselves from STARTEX to ENDEX. */
    TIMED,
    /** The story waits at the end of each move until the facilitator begins the next one, as is usual for tabletops. */
    FACILITATED;

    /** The word in scenario files: {@code timed}, {@code facilitated}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The conduct that a scenario file names so. */
    public static Optional<ConductKind> withCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
