package org.startex.ui.control;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.startex.kernel.ClientId;
import org.startex.ledger.Answer;
import org.startex.ui.Scene;

/**
 * How an act is taken back: by the opposite act, which is an entry too.
 *
 * @param done what was done, in words
 * @param how what taking it back does, in words
 * @param act the opposite act
 * @param possible whether it can still be taken back
 */
record Undo(String done, String how, Function<ClientId, CompletableFuture<Answer>> act, Predicate<Scene> possible) {}
