package org.startex.standards;

/** What a KSB is. */
public enum KsbKind {
    KNOWLEDGE,
    SKILL,
    BEHAVIOUR
}
