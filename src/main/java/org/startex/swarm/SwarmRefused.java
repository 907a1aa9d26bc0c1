package org.startex.swarm;

/** The swarm cannot begin: the server is not there, or a code leads nowhere. */
public final class SwarmRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String said;

    SwarmRefused(String said) {
        super(said);
        this.said = said;
    }

    /** What to tell the person who asked. */
    public String said() {
        return said;
    }
}
