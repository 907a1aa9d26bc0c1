package org.startex.lessons;

/** What a person says of a lesson that was tested: whether the change held. */
public enum Held {
    /** The change was seen to work. */
    HELD,
    /** It worked in part. */
    PARTLY,
    /** It was not there, or did not work. */
    NOT_HELD,
    /** Play did not come so far. */
    NOT_REACHED
}
