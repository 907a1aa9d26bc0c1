package org.startex.lessons;

/** Where a lesson stands on its way. */
public enum LessonState {
    /** Something was found that should change. Not yet learned. */
    IDENTIFIED,
    /** The partnership will change it. Also when a test has opened the lesson again. */
    ACCEPTED,
    /** The partnership will not change it, and says why. */
    DECLINED,
    /** The change has been made. */
    IMPLEMENTED,
    /** A later exercise has shown that the change holds. */
    EMBEDDED
}
