package org.startex.conduct;

/** What becomes of the injects that waited while exercise time stood for no duff or an outage. */
public enum WaitedInjects {
    /** They keep their exercise times, and come as long after play goes on as they would have come. */
    AS_PLANNED,
    /** Everything that has not left comes later. */
    LATER,
    /** They are held until a controller releases them. */
    HELD
}
