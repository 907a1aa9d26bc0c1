package org.startex.ledger;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ClientId;

/**
 * An act that waits for the writer.
 *
 * @param clientId the act's own id, or null for the program's acts, which are harmless to repeat
 * @param requestHash tells whether the same id came with other content
 */
@SuppressWarnings("ArrayRecordComponent")
record Command<S>(
        Actor actor, @Nullable ClientId clientId, byte[] requestHash, Act<S> act, CompletableFuture<Answer> answer) {}
