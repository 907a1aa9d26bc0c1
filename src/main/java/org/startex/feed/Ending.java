package org.startex.feed;

import jakarta.websocket.CloseReason;

/** Why the server ends a page's connection, as {@code docs/protocol.md} numbers it. */
enum Ending {
    /** The program is stopping, or cannot take pages just now: the page comes back by itself. */
    RESTART(1012),
    /** No token, or it has ended. */
    NO_TOKEN(4401),
    /** A controller has shut the participant out. */
    EJECTED(4403),
    /** More waits for the page than it takes. */
    TOO_SLOW(4408),
    /** The page speaks another version of the protocol. */
    OTHER_VERSION(4409),
    /** A frame was too large, or not in the protocol. */
    NOT_IN_PROTOCOL(4413),
    /** The page sends too much. */
    TOO_MANY_FRAMES(4429);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    CloseReason reason() {
        return new CloseReason(CloseReason.CloseCodes.getCloseCode(code), "");
    }
}
