package org.startex.people;

/** Why an account was not changed. */
public enum AccountFault {
    NAME_EMPTY,
    NAME_TOO_LONG,
    NAME_UNREADABLE,
    /** Organisation too long or unreadable. */
    ORGANISATION_UNFIT,
    MAIL_UNFIT,
    /** Not 2 to 64 letters, figures and {@code . _ @ + -}. */
    USERNAME_UNFIT,
    USERNAME_TAKEN,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_UNREADABLE,
    PASSWORD_CONTAINS_USERNAME,
    /** The present password was not the right one. */
    PASSWORD_WRONG,
    /** Too many wrong passwords; try later. */
    TOO_MANY_TRIES,
    /** The one-time link was used, is over, or never was. */
    LINK_OVER,
    /** There would be nobody left to keep accounts. */
    LAST_ADMINISTRATOR,
    /** There is no such account. */
    UNKNOWN
}
