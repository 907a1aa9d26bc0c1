package org.startex.mail;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a mail in the outbox stands.
 *
 * @param attempts how often it was handed over, or would have been, in vain or not
 * @param next when it is tried next, while it waits
 * @param answer what the server said last, or why it was not asked; may be empty
 * @param settled when it was sent, failed or was withdrawn, or null while it waits
 */
public record Posted(
        String key,
        String matter,
        MailAddress to,
        String subject,
        State state,
        int attempts,
        Instant written,
        Instant next,
        String answer,
        @Nullable Instant settled) {
    /** What has become of a mail. */
    public enum State {
        /** It is to leave. */
        WAITING,
        /** The server has taken it. */
        SENT,
        /** The server refused it for good, or too long. */
        FAILED,
        /** It was kept back and does not leave. */
        WITHDRAWN
    }

    /** When it was sent, failed or was withdrawn. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settled);
    }

    /** Whether it waits after at least one attempt in vain. */
    public boolean delayed() {
        return state == State.WAITING && attempts > 0;
    }
}
