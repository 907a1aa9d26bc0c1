package org.startex.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.mail.AllowList;
import org.startex.mail.MailAddress;
import org.startex.mail.MailServer;
import org.startex.mail.MailServer.Security;
import org.startex.mail.MailSettings;

/** The settings of mail. Without a host there is none; a host needs to be told from whom and to whom. */
final class MailSetting {
    private static final String HOST = "MAIL_HOST";
    private static final List<String> OTHERS =
            List.of("MAIL_PORT", "MAIL_USER", "MAIL_PASSWORD", "MAIL_TLS", "MAIL_FROM", "MAIL_ALLOWED");
    private static final String NAME = "[A-Za-z0-9:]([A-Za-z0-9.:-]*[A-Za-z0-9])?";

    private MailSetting() {}

    static MailSettings read(Settings.Reader reader) {
        Optional<String> host = reader.value(HOST);
        if (host.isEmpty()) {
            for (String other : OTHERS) {
                if (reader.value(other).isPresent()) {
                    throw Settings.Reader.wrong(HOST, "STARTEX_" + other, "settings.mail-host-missing");
                }
            }
            return MailSettings.OFF;
        }
        String name = host.get();
        if (!name.matches(NAME)) {
            throw Settings.Reader.wrong(HOST, name, "settings.mail-host");
        }
        MailServer.Login login = login(reader);
        Security security = security(reader, name, login);
        return new MailSettings(
                new MailServer(name, port(reader, security), security, login, from(reader), allowed(reader)));
    }

    private static MailServer.@Nullable Login login(Settings.Reader reader) {
        Optional<String> user = reader.value("MAIL_USER");
        Optional<String> password = reader.value("MAIL_PASSWORD");
        if (user.isPresent() != password.isPresent()) {
            String missing = user.isPresent() ? "MAIL_PASSWORD" : "MAIL_USER";
            throw Settings.Reader.wrong(missing, "", "settings.mail-login");
        }
        return user.isEmpty() ? null : new MailServer.Login(user.get(), password.orElseThrow());
    }

    /** Encrypted unless said otherwise, or the server is this machine; a password never goes over a network in the open. */
    private static Security security(Settings.Reader reader, String host, MailServer.@Nullable Login login) {
        boolean here = loopback(host);
        Optional<String> given = reader.value("MAIL_TLS");
        if (given.isEmpty()) {
            return here ? Security.NONE : Security.STARTTLS;
        }
        Security security = Arrays.stream(Security.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given.get()))
                .findFirst()
                .orElseThrow(() -> Settings.Reader.wrong("MAIL_TLS", given.get(), "settings.mail-tls"));
        if (security == Security.NONE && login != null && !here) {
            throw Settings.Reader.wrong("MAIL_TLS", given.get(), "settings.mail-tls-password");
        }
        return security;
    }

    /** Names are not looked up: a server elsewhere may be away while the program starts. */
    private static boolean loopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return host.matches("[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static int port(Settings.Reader reader, Security security) {
        Optional<String> given = reader.value("MAIL_PORT");
        if (given.isEmpty()) {
            return switch (security) {
                case STARTTLS -> 587;
                case TLS -> 465;
                case NONE -> 25;
            };
        }
        return reader.port("MAIL_PORT", given.get());
    }

    private static MailAddress from(Settings.Reader reader) {
        String written = needed(reader, "MAIL_FROM");
        return MailAddress.read(written)
                .orElseThrow(() -> Settings.Reader.wrong("MAIL_FROM", written, "settings.mail-from"));
    }

    private static AllowList allowed(Settings.Reader reader) {
        List<String> entries = Arrays.stream(needed(reader, "MAIL_ALLOWED").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        try {
            return AllowList.of(entries);
        } catch (AllowList.Unfit unfit) {
            throw Settings.Reader.wrong("MAIL_ALLOWED", unfit.entry(), "settings.mail-allowed");
        }
    }

    private static String needed(Settings.Reader reader, String name) {
        return reader.value(name).orElseThrow(() -> Settings.Reader.wrong(name, "", "settings.mail-needs"));
    }
}
