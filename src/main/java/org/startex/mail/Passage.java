package org.startex.mail;

/** Whether simulated mail may leave now. */
public enum Passage {
    OPEN,
    /** Not now; it waits. */
    HELD,
    /** Not any more; what waits is withdrawn. */
    CLOSED
}
