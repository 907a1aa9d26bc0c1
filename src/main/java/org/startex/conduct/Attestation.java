package org.startex.conduct;

import org.startex.kernel.ParticipantId;

/**
 * How an entry stands that was recorded for somebody: it is theirs only once they have confirmed it.
 *
 * @param maker who is said to have made it
 * @param word what they have said of it
 */
public record Attestation(ParticipantId maker, Word word) {
    /** What a maker has said. A confirmed entry stays confirmed; a disputed one may still be confirmed. */
    public enum Word {
        /** Nothing yet. */
        AWAITED,
        CONFIRMED,
        DISPUTED
    }

    /** Whether the maker stands by it. */
    public boolean confirmed() {
        return word == Word.CONFIRMED;
    }
}
