package org.startex.ui.control;

/** What the broad panel of the control room shows: the timeline by cell or by storyline, or how far every delivered inject has come. */
enum TimelineView {
    LANES,
    STORYLINES,
    BOARD
}
