package org.startex.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ExerciseId;

/**
 * A defect on purpose: it lets the writer answer before the commit. The crash check must find it out. It exists in tests alone, and there only where
 * a test asks for it.
 */
@Primary
@Repository
@ConditionalOnProperty("crash.hasty")
class HastyLedgerRepository extends LedgerRepository {
    private static final long COMMIT_MILLIS = 150;

    HastyLedgerRepository(DSLContext sql) {
        super(sql);
    }

    @Override
    <T> T commit(ExerciseId exercise, Function<Commit, T> work) {
        CompletableFuture<T> decided = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                var unused = super.commit(exercise, tx -> {
                    T outcome = work.apply(tx);
                    decided.complete(outcome);
                    linger();
                    return outcome;
                });
            } catch (RuntimeException e) {
                decided.completeExceptionally(e);
            }
        });
        try {
            return decided.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void linger() {
        try {
            Thread.sleep(COMMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
