package org.startex.people;

import java.util.regex.Pattern;

/** What is written about a new person, checked and tidied. */
sealed interface AccountForm {
    /** Good. */
    record Fit(NewPerson facts) implements AccountForm {}

    /** The first thing that is wrong. */
    record Unfit(AccountFault fault) implements AccountForm {}

    /** 2 to 64 letters, figures and a few marks; it begins with a letter or figure. */
    Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{1,63}");

    /** Something with one at-sign and no spaces: whether it arrives, only sending can tell. */
    Pattern MAIL = Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cs}]+@[^\\s@\\p{Cntrl}\\p{Cs}]+");

    /** The longest mail address (RFC 5321). */
    int LONGEST_MAIL = 254;

    static AccountForm read(NewPerson written) {
        if (!(PlainName.readOptional(written.organisation()) instanceof PlainName.Fit(String organisation))) {
            return new Unfit(AccountFault.ORGANISATION_UNFIT);
        }
        String mail = written.mail().strip();
        if (!mail.isEmpty()
                && (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches())) {
            return new Unfit(AccountFault.MAIL_UNFIT);
        }
        String username = written.username().strip();
        if (!USERNAME.matcher(username).matches()) {
            return new Unfit(AccountFault.USERNAME_UNFIT);
        }
        return switch (PlainName.read(written.name())) {
            case PlainName.Fit(String name) ->
                new Fit(new NewPerson(name, organisation, mail, username, written.roles()));
            case PlainName.Unfit(PlainName.Fault fault) ->
                new Unfit(
                        switch (fault) {
                            case EMPTY -> AccountFault.NAME_EMPTY;
                            case TOO_LONG -> AccountFault.NAME_TOO_LONG;
                            case UNREADABLE -> AccountFault.NAME_UNREADABLE;
                        });
        };
    }
}
