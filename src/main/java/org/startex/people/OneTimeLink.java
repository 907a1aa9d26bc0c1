package org.startex.people;

/** What a one-time link is for. */
public sealed interface OneTimeLink {
    /** Makes the first administrator. */
    record FirstAdministrator() implements OneTimeLink {}

    /** Lets a person choose a password. */
    record ChoosePassword(String name, String username) implements OneTimeLink {}

    /** Nothing: used, over, or never made. */
    record Over() implements OneTimeLink {}
}
