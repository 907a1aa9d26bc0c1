package org.startex.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in one exercise. */
public enum ExerciseRole {
    /** Answers for the exercise; may do all a controller may, and seals the record. */
    DIRECTOR,
    /** Runs the injects. */
    CONTROLLER,
    /** Watches players and records observations. */
    EVALUATOR,
    /** Keeps a decision maker's log. */
    LOGGIST,
    /** Plays in a cell. */
    PLAYER,
    /** Sees everything and touches nothing. */
    OBSERVER;

    /** The code in the record and on the wire: {@code controller}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this code. */
    public static Optional<ExerciseRole> withCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }

    /** Whether the role runs play: directors and controllers. */
    public boolean controls() {
        return this == DIRECTOR || this == CONTROLLER;
    }

    /** Whether the role records observations: evaluators, and those who run play. */
    public boolean observes() {
        return this == EVALUATOR || controls();
    }

    /** Whether the role sees every cell's content: all but players. */
    public boolean seesAll() {
        return this != PLAYER;
    }
}
