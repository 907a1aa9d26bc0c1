package org.startex.ledger;

/** What a check of a record found. */
public sealed interface Verdict {
    /**
     * Nothing was changed since it was sealed.
     *
     * @param trusted whether the key was given by the one who checks, not taken from the file
     */
    record Sealed(long entries, SealedHead seal, boolean trusted) implements Verdict {}

    /** Nothing was changed, but there is no seal: the end may be missing. */
    record NotSealed(long entries) implements Verdict {}

    /**
     * Something was changed, removed or added.
     *
     * @param place the first bad entry or line, in words
     * @param fault what is wrong, in words
     */
    record Broken(String place, String fault) implements Verdict {}
}
