package org.startex.swarm;

/** How late injects were for one player, apart from those that it had missed, and how sure that is. */
final class Punctuality {
    /** For so long after the first inject the program still makes itself quick: what a Java program does often is compiled as it runs. */
    private static final long WARM_MICROS = 30_000_000;

    private final ServerTime time;
    private final Lateness.Collected live = new Lateness.Collected();
    private final Lateness.Collected missed = new Lateness.Collected();
    private final Lateness.Collected warm = new Lateness.Collected();
    private long first;
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
        long late = time.microsAt(nanos) - due;
        (connected ? live : missed).add(late);
        first = first == 0 ? due : first;
        if (connected && due - first >= WARM_MICROS) {
            warm.add(late);
        }
        uncertain = Math.max(uncertain, time.uncertainMicros());
    }

    /** How late injects were while it was connected. */
    Lateness.Collected live() {
        return live;
    }

    /** Of those, the ones that fell due half a minute after its first or later. */
    Lateness.Collected warm() {
        return warm;
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
