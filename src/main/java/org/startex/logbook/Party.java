package org.startex.logbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.CellCode;
import org.startex.kernel.ParticipantId;

/**
 * Who writes, or is written to. What an outside body is called stands in the words, since people write it.
 *
 * @param cell where a cell is meant, else null
 * @param person where a player by themselves is meant, else null
 */
public record Party(
        Kind kind, @Nullable CellCode cell, @Nullable ParticipantId person) {
    /** What is meant. */
    public enum Kind {
        CONTROL,
        CELL,
        PERSON,
        /** All cells at once, from control. */
        EVERYBODY,
        /** A body outside the exercise that control plays. */
        BODY
    }

    /** @throws IllegalArgumentException if a cell or a person is missing, or there without need */
    public Party {
        if ((kind == Kind.CELL) != (cell != null) || (kind == Kind.PERSON) != (person != null)) {
            throw new IllegalArgumentException("not a party: " + kind);
        }
    }

    /** Control. */
    public static final Party CONTROL = new Party(Kind.CONTROL, null, null);

    /** All cells. */
    public static final Party EVERYBODY = new Party(Kind.EVERYBODY, null, null);

    /** A body that control plays. */
    public static final Party BODY = new Party(Kind.BODY, null, null);

    /** A cell. */
    public static Party of(CellCode cell) {
        return new Party(Kind.CELL, cell, null);
    }

    /** A player by themselves. */
    public static Party of(ParticipantId person) {
        return new Party(Kind.PERSON, null, person);
    }

    /** The cell, if one is meant. */
    public Optional<CellCode> theCell() {
        return Optional.ofNullable(cell);
    }

    /** The player, if one is meant. */
    public Optional<ParticipantId> thePerson() {
        return Optional.ofNullable(person);
    }
}
