package org.startex.lrc;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.startex.conduct.Words;

/** Limits on what people write about the capability. */
final class LrcWords {
    private LrcWords() {}

    static Supplier<Optional<LrcRefusal>> needed(String text, LrcField field, int limit) {
        return () -> text.isBlank() ? refuse(LrcFault.MISSING, field) : check(text, field, limit);
    }

    static Supplier<Optional<LrcRefusal>> optional(String text, LrcField field, int limit) {
        return () -> check(text, field, limit);
    }

    static Supplier<Optional<LrcRefusal>> demand(boolean holds, LrcFault fault, LrcField field) {
        return () -> holds ? Optional.empty() : refuse(fault, field);
    }

    /** The first of these that refuses. */
    @SafeVarargs
    static Optional<LrcRefusal> first(Supplier<Optional<LrcRefusal>>... checks) {
        return Stream.of(checks).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<LrcRefusal> check(String text, LrcField field, int limit) {
        if (text.length() > limit) {
            return refuse(LrcFault.TOO_LONG, field);
        }
        return Words.isClean(text) ? Optional.empty() : refuse(LrcFault.UNREADABLE, field);
    }

    private static Optional<LrcRefusal> refuse(LrcFault fault, LrcField field) {
        return Optional.of(new LrcRefusal(fault, field));
    }
}
