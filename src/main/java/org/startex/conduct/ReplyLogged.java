package org.startex.conduct;

import org.jspecify.annotations.Nullable;
import org.startex.ledger.Fact;

/**
 * A numbered entry of the decision log was made.
 *
 * @param number from 1 in this exercise
 * @param inject sequence of the inject that it answers, or null
 * @param actions how many actions it raises; 0 in older records, which did not say
 */
public record ReplyLogged(int number, @Nullable Long inject, int actions) implements Fact {}
