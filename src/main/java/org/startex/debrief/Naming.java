package org.startex.debrief;

/** Whether the answers of a hot debrief carry names, as its director has set before ENDEX. */
public enum Naming {
    /** Each answer carries its writer's name. */
    NAMED,
    /** No answer can be tied to its writer. */
    ANONYMOUS,
    /** Each participant chooses for themselves. */
    CHOICE;

    /** Whether an answer with, or without, a name fits. */
    public boolean allows(boolean withName) {
        return switch (this) {
            case NAMED -> withName;
            case ANONYMOUS -> !withName;
            case CHOICE -> true;
        };
    }
}
