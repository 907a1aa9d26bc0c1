package org.startex.ui.debrief;

import org.startex.debrief.Naming;
import org.startex.kernel.Texts;

/** How answers are named, in words. */
final class NamingWords {
    private static final Texts TEXTS = Texts.of("ui-debrief");

    private NamingWords() {}

    static String of(Naming naming) {
        return switch (naming) {
            case NAMED -> TEXTS.get("naming.named");
            case ANONYMOUS -> TEXTS.get("naming.anonymous");
            case CHOICE -> TEXTS.get("naming.choice");
        };
    }

    static String explained(Naming naming) {
        return switch (naming) {
            case NAMED -> TEXTS.get("naming.named.explained");
            case ANONYMOUS -> TEXTS.get("naming.anonymous.explained");
            case CHOICE -> TEXTS.get("naming.choice.explained");
        };
    }
}
