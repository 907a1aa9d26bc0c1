package org.startex.swarm;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a swarm does.
 *
 * @param server http or https address of the server, with host
 * @param codes join codes of cells, at least one; players are dealt round them
 * @param players how many, 1 to {@link #MOST_PLAYERS}
 * @param joinOver over which they come in, evenly
 * @param lasting how long they stay after the last has come in, unless their exercises end before
 * @param seed what they do depends on it and on what they get, and on nothing else by chance
 * @param acknowledge how many of a hundred acknowledge an inject that they get
 * @param decide how many of a hundred log a decision in reply to it
 * @param think half of the acknowledgements come within this time; decisions take five times as long
 * @param drop how many of a hundred players lose their connection in each minute, besides what the network does
 */
public record SwarmPlan(
        URI server,
        List<String> codes,
        int players,
        Duration joinOver,
        Duration lasting,
        long seed,
        int acknowledge,
        int decide,
        Duration think,
        int drop) {
    /** More than one process holds well. */
    public static final int MOST_PLAYERS = 5_000;

    /** @throws IllegalArgumentException if a value is out of its range */
    public SwarmPlan {
        codes = List.copyOf(codes);
        require(
                ("http".equals(server.getScheme()) || "https".equals(server.getScheme())) && server.getHost() != null,
                "server");
        require(!codes.isEmpty(), "codes");
        require(players >= 1 && players <= MOST_PLAYERS, "players");
        require(!joinOver.isNegative(), "joinOver");
        require(!lasting.isNegative(), "lasting");
        require(isShare(acknowledge), "acknowledge");
        require(isShare(decide), "decide");
        require(think.isPositive(), "think");
        require(isShare(drop), "drop");
    }

    private static boolean isShare(int percent) {
        return percent >= 0 && percent <= 100;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }
}
