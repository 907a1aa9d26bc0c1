package org.startex.feed;

import java.time.Duration;

/**
 * How often the hub does what.
 *
 * @param grid {@code upTo} comes at whole multiples of this while an exercise is played, whatever was written for whom
 * @param idle and of this before STARTEX and after the seal
 * @param gather acknowledgements of others wait at most this long for more of them, so that they come in one frame
 * @param poll the record is read at least this often, so that a lost hint costs no more
 * @param beat each page is pinged and its token looked at this often
 * @param send a frame must be taken by the network within this
 * @param linger how long an exercise that nobody looks at is kept
 */
record FeedRhythm(
        Duration grid, Duration idle, Duration gather, Duration poll, Duration beat, Duration send, Duration linger) {
    /** As {@code docs/protocol.md} says. */
    static final FeedRhythm USUAL = new FeedRhythm(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofMillis(250),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2));
}
