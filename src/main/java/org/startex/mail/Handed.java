package org.startex.mail;

/** What became of handing a mail over. */
sealed interface Handed {
    /** The server has taken it. */
    record Taken(String answer) implements Handed {}

    /**
     * Not now: the server said so, or could not be reached.
     *
     * @param everyone whether the same holds for every other mail
     */
    record Later(String answer, boolean everyone) implements Handed {}

    /** Never. */
    record Refused(String answer) implements Handed {}

    /** It may not leave now. */
    record Held() implements Handed {}

    /** It may not leave any more. */
    record Closed(String answer) implements Handed {}
}
