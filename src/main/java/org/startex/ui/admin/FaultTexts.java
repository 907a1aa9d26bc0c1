package org.startex.ui.admin;

import java.util.Locale;
import org.startex.kernel.Texts;
import org.startex.people.AccountFault;
import org.startex.people.PasswordRule;
import org.startex.people.PlainName;

/** Why an account was not changed, in words that say what to do. */
final class FaultTexts {
    private FaultTexts() {}

    static String of(Texts texts, AccountFault fault) {
        String key = "fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (fault) {
            case PASSWORD_SHORT -> texts.get(key, PasswordRule.SHORTEST);
            case PASSWORD_LONG -> texts.get(key, PasswordRule.LONGEST);
            case NAME_TOO_LONG, ORGANISATION_UNFIT -> texts.get(key, PlainName.LONGEST);
            case NAME_EMPTY,
                    NAME_UNREADABLE,
                    MAIL_UNFIT,
                    USERNAME_UNFIT,
                    USERNAME_TAKEN,
                    PASSWORD_UNREADABLE,
                    PASSWORD_CONTAINS_USERNAME,
                    PASSWORD_WRONG,
                    TOO_MANY_TRIES,
                    LINK_OVER,
                    LAST_ADMINISTRATOR,
                    UNKNOWN -> texts.get(key);
        };
    }
}
