package org.startex.swarm;

/** How late injects were for one player, apart from those that it had missed, and how sure that is. */
final class Punctuality {
    private final ServerTime time;
    private final Lateness.Collected live = new Lateness.Collected();
    private final Lateness.Collected missed = new Lateness.Collected();
    private long uncertain;

    Punctuality(ServerTime time) {
        this.time = time;
    }

    /**
     * An inject has come.
     *
     * @param due when it fell due, in microseconds of the server's clock
     * @param nanos when the player had the whole of it
     * @param connected whether the player was there when it was sent
     */
    void had(long due, long nanos, boolean connected) {
        (connected ? live : missed).add(time.microsAt(nanos) - due);
        uncertain = Math.max(uncertain, time.uncertainMicros());
    }

    /** How late injects were while it was connected. */
    Lateness.Collected live() {
        return live;
    }

    /** How late injects were that it had missed. */
    Lateness.Collected missed() {
        return missed;
    }

    /** By how much at the most the server's clock may have been guessed wrong. */
    long uncertainMicros() {
        return uncertain;
    }
}
