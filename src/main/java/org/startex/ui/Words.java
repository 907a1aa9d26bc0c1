package org.startex.ui;

import org.startex.kernel.Texts;

/** What the staff screens say, from the bundle {@code ui}. */
public final class Words {
    private static final Texts TEXTS = Texts.of("ui");

    private Words() {}

    /** The text of a key, with its places filled. */
    public static String say(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
