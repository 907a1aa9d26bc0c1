package org.startex.ui.control;

import org.jspecify.annotations.Nullable;
import org.startex.conduct.InjectRow;
import org.startex.conduct.InjectState;

/** A line of the list: an inject, whose words may change in its place, or now. */
final class MselLine {
    static final String NOW = "now";

    private final String key;
    private @Nullable InjectRow row;

    MselLine(String key, @Nullable InjectRow row) {
        this.key = key;
        this.row = row;
    }

    String key() {
        return key;
    }

    boolean isNow() {
        return row == null;
    }

    InjectRow row() {
        if (row == null) {
            throw new IllegalStateException("the now-row is no inject");
        }
        return row;
    }

    void say(InjectRow fresh) {
        row = fresh;
    }

    String look() {
        return row == null ? "" : InjectStates.look(row.state());
    }

    /** Whether it counts no more: left out, or recalled. */
    boolean struck() {
        return row != null && (row.state() == InjectState.SKIPPED || row.state() == InjectState.RECALLED);
    }

    /** By how much it was moved, or nothing. */
    String moved() {
        return row == null || row.movedMicros() == 0 ? "" : Minutes.signed(row.movedMicros());
    }

    boolean counts() {
        return row != null && InjectStates.counts(row.state());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MselLine line && key.equals(line.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
