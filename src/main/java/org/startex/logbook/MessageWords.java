package org.startex.logbook;

/**
 * What somebody wrote.
 *
 * @param body the outside body that is asked or that answers; empty where there is none
 */
public record MessageWords(String text, String body) {
    /** The longest message. */
    public static final int TEXT = 2000;

    /** The longest name of a body. */
    public static final int BODY = 120;
}
