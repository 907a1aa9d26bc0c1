package org.startex.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Texts;

/** The program cannot start, and a person can do something about it: its message says what happened and what to do. */
final class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** A problem whose text is found in the runtime's message bundle. */
    StartProblem(String key, @Nullable Object... arguments) {
        this(null, key, arguments);
    }

    StartProblem(@Nullable Throwable cause, String key, @Nullable Object... arguments) {
        super(Texts.of("runtime").get(key, asText(arguments)), cause);
        this.key = key;
    }

    /** The text's key, for tests. */
    String key() {
        return key;
    }

    /** Numbers as they are: a port is not grouped in thousands. */
    private static Object[] asText(@Nullable Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray();
    }
}
