package org.startex.swarm;

import org.startex.kernel.Texts;

/** How a swarm stands. */
public record SwarmProgress(int players, long joined, long connected, long injects, long resumes) {
    /** One line to read. */
    @Override
    public String toString() {
        return Texts.of("swarm").get("progress", joined, players, connected, injects, resumes);
    }
}
