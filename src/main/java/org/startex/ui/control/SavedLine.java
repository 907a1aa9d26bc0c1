package org.startex.ui.control;

/** Where a saved act is told. */
interface SavedLine {
    /** An act is on record under this number. */
    void saved(long seq);

    /** An act is on record, and can be taken back. */
    default void saved(long seq, Undo undo) {
        saved(seq);
    }
}
