package org.startex.competency;

/** What became of an act: done, with what it made, or refused and nothing changed. */
public sealed interface Change<T> {
    /** It is committed. */
    record Done<T>(T value) implements Change<T> {}

    /** Nothing was changed. */
    record Refused<T>(Refusal refusal) implements Change<T> {}

    /** Done. */
    static <T> Change<T> done(T value) {
        return new Done<>(value);
    }

    /** Refused. */
    static <T> Change<T> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
