package org.startex.standards;

/** The two kinds of element that a National Occupational Standard is broken down into, as Worcestershire County Council does. */
public enum NosKind {
    /** What somebody needs to know and understand. */
    KNOWLEDGE,
    /** What somebody must be able to do: the performance criteria. */
    SKILLS_AND_BEHAVIOURS
}
