package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.ledger.Fact;

/**
 * A numbered entry of the decision log was made.
 *
 * @param number from 1 in this exercise
 * @param inject sequence of the inject that it answers, or null
 */
public record ReplyLogged(int number, @Nullable Long inject) implements Fact {}
