package org.startex.people;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, and not the username in disguise. No rules of composition, which make passwords worse (NCSC guidance). */
public final class PasswordRule {
    /** The fewest characters. */
    public static final int SHORTEST = 12;
    /** The most characters; nobody types more, and the hash takes time. */
    public static final int LONGEST = 200;

    private PasswordRule() {}

    /** What is wrong with a password; empty if nothing is. */
    public static Optional<AccountFault> fault(String username, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(AccountFault.PASSWORD_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(AccountFault.PASSWORD_LONG);
        }
        boolean unreadable = password.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.SURROGATE || Character.isISOControl(c));
        if (unreadable) {
            return Optional.of(AccountFault.PASSWORD_UNREADABLE);
        }
        return password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))
                ? Optional.of(AccountFault.PASSWORD_CONTAINS_USERNAME)
                : Optional.empty();
    }
}
