package org.startex.swarm;

/** What must not happen to a player, besides loss and doubling. */
enum Trouble {
    /** Never came in. */
    NOT_JOINED,
    /** Was shut out: the token ended, or a controller ejected the player. */
    SHUT_OUT,
    /** A frame that is not in the protocol, up or down. */
    NOT_IN_PROTOCOL,
    /** An act that had no answer when the swarm ended. */
    UNANSWERED,
    /** A player who was not connected when the swarm ended. */
    AWAY,
    /** A cell whose stream could not be read at the end, so that its players were compared with each other only. */
    UNCHECKED
}
