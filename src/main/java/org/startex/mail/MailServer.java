package org.startex.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail for delivery by SMTP.
 *
 * @param login null when it asks for none
 * @param from whose address mail bears
 * @param allowed to whom mail may be sent at all
 */
public record MailServer(
        String host, int port, Security security, @Nullable Login login, MailAddress from, AllowList allowed) {
    /** How the line to it is kept from others' eyes. */
    public enum Security {
        /** Encrypted before anything is said; a server that does not offer it gets no mail. */
        STARTTLS,
        /** Encrypted from the start. */
        TLS,
        /** Not at all. */
        NONE
    }

    /** Who the program is to the server. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
