package org.startex.ui.control;

/** What the broad panel of the control room shows: the timeline, or how far every delivered inject has come. */
enum TimelineView {
    LANES,
    BOARD
}
