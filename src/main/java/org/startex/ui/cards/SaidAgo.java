package org.startex.ui.cards;

/** How long ago something was said, to be chosen with a thumb. */
enum SaidAgo {
    NOW(0),
    ONE(1),
    TWO(2),
    FIVE(5),
    TEN(10),
    THIRTY(30);

    private final int minutes;

    SaidAgo(int minutes) {
        this.minutes = minutes;
    }

    /** In real time. */
    int minutes() {
        return minutes;
    }
}
