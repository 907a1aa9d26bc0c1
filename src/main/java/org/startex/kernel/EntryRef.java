package org.startex.kernel;

/**
 * Points at one entry of the record of an exercise: where everything learned comes from.
 *
 * @param seq from 1
 */
public record EntryRef(ExerciseId exercise, long seq) {
    public EntryRef {
        if (seq < 1) {
            throw new IllegalArgumentException("an entry's sequence counts from 1");
        }
    }
}
