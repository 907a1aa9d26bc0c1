package org.startex.ui.cards;

import java.util.List;
import org.startex.conduct.CueCard;

/** Which cards the list shows. */
enum CardFilter {
    OPEN,
    SPOKEN,
    ALL;

    boolean shows(CueCard card) {
        return switch (this) {
            case OPEN -> card.state() != CueCard.State.SPOKEN && card.state() != CueCard.State.LEFT_OUT;
            case SPOKEN -> card.state() == CueCard.State.SPOKEN;
            case ALL -> true;
        };
    }

    long count(List<CueCard> cards) {
        return cards.stream().filter(this::shows).count();
    }
}
