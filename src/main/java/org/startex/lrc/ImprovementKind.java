package org.startex.lrc;

/** What an improvement is of: the manual's two evaluation methodologies. */
public enum ImprovementKind {
    /** How ready the partnership itself is to activate the capability. */
    INTERNAL_READINESS,
    /** What the capability does for the needs of priority groups. */
    EXTERNAL_IMPACT
}
