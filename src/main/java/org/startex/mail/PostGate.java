package org.startex.mail;

import java.util.UUID;

/** Says of simulated mail whether it may leave; asked right before each mail is handed over. */
public interface PostGate {
    /** Whether mail about this may leave now. */
    Passage passage(UUID about);
}
