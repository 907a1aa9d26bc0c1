package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.ledger.Fact;
import org.startex.ledger.Prose;

/**
 * A controller said that it is safe to go on; exercise time still stands.
 *
 * @param waited what becomes of the injects that waited; null outside play and in records older than the choice
 */
public record NoDuffCleared(
        @Nullable WaitedInjects waited, @Prose String reason) implements Fact {}
