package org.startex.mail;

import org.jspecify.annotations.Nullable;

/**
 * How mail leaves this installation.
 *
 * @param server null when none is configured: then no mail is ever sent
 */
public record MailSettings(@Nullable MailServer server) {
    /** No mail is ever sent. */
    public static final MailSettings OFF = new MailSettings(null);

    /** Whether this address may be sent to; never when no server is configured. */
    public boolean allows(MailAddress address) {
        return server != null && server.allowed().allows(address);
    }
}
