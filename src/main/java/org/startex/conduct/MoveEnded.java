package org.startex.conduct;

import org.startex.kernel.ExerciseTime;
import org.startex.ledger.Fact;

/**
 * The story has come to the end of a move, and exercise time waits there until the facilitator begins the next one.
 *
 * @param move from 1
 * @param at exercise time at which it waits
 */
public record MoveEnded(int move, ExerciseTime at) implements Fact {}
