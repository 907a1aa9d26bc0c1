package org.startex.kernel;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as everybody reads them. */
public final class Lengths {
    private Lengths() {}

    /** {@code 2:36}, or {@code 1:24:36} from an hour on; whole seconds, without a sign. */
    public static String of(Duration length) {
        long s = length.abs().toSeconds();
        return s >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
