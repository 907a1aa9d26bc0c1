package org.startex.conduct;

/**
 * Which question of which move.
 *
 * @param move from 1
 * @param number within the move, from 1
 */
public record QuestionNumber(int move, int number) implements Comparable<QuestionNumber> {
    @Override
    public int compareTo(QuestionNumber other) {
        int moves = Integer.compare(move, other.move);
        return moves == 0 ? Integer.compare(number, other.number) : moves;
    }

    /** As people say it: {@code 2.1} is the first question of the second move. */
    @Override
    public String toString() {
        return move + "." + number;
    }
}
