package org.startex.people;

/** The caller may not do or see this. The message names the act for the log, and no person. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param act what was asked for, as a short phrase without personal data */
    public NotAllowed(String act) {
        super("not allowed: " + act);
    }
}
