package org.startex.runtime;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.PublicAddress;
import org.startex.mail.MailSettings;

/**
 * What the person who runs Startex has chosen, from the environment ({@code STARTEX_PUBLIC_URL}) or a Spring property of the like name
 * ({@code startex.public-url}). A wrong value is refused with the setting, the value and the remedy.
 *
 * @param home           the data folder
 * @param address        the address to listen on
 * @param port           the port to listen on
 * @param publicAddress  what links and QR codes say
 * @param tls            certificate and key, if browsers reach the program itself by HTTPS
 * @param trustedProxies addresses or CIDR blocks whose forwarded headers are believed
 * @param scenarios      the folder of authored scenarios
 * @param database       the external database, if there is one
 * @param mail           the mail server, if there is one
 */
record Settings(
        Path home,
        InetAddress address,
        int port,
        PublicAddress publicAddress,
        @Nullable Tls tls,
        List<String> trustedProxies,
        Path scenarios,
        @Nullable DatabaseAccess database,
        MailSettings mail) {

    /** The files of a certificate chain and its private key, both PEM. */
    record Tls(Path certificate, Path key) {}

    Settings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * Reads the settings.
     *
     * @param lookup gives the value of a property such as {@code startex.public-url}
     * @throws StartProblem if a value is wrong
     */
    static Settings read(Function<String, @Nullable String> lookup) {
        Reader reader = new Reader(lookup);
        InetAddress address = reader.address();
        int port = reader.port();
        Tls tls = reader.tls();
        return new Settings(
                reader.folder("HOME", "data"),
                address,
                port,
                reader.publicAddress(address, port, tls != null),
                tls,
                reader.proxies(),
                reader.folder("SCENARIOS", "scenarios"),
                reader.database(),
                MailSetting.read(reader));
    }

    /** Finds a setting by its name without prefix, and refuses wrong ones. */
    record Reader(Function<String, @Nullable String> lookup) {
        private static final String CIDR = "[0-9a-fA-F.:]+(/\\d{1,3})?";

        Optional<String> value(String name) {
            String property = "startex." + name.toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.ofNullable(lookup.apply(property))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        Path folder(String name, String otherwise) {
            return Path.of(value(name).orElse(otherwise)).toAbsolutePath().normalize();
        }

        InetAddress address() {
            String value = value("ADDRESS").orElse("127.0.0.1");
            try {
                return InetAddress.getByName(value);
            } catch (UnknownHostException unknown) {
                throw wrong("ADDRESS", value, "settings.address");
            }
        }

        int port() {
            return port("PORT", value("PORT").orElse("8080"));
        }

        int port(String name, String value) {
            try {
                int port = Integer.parseInt(value);
                if (port > 0 && port < 65536) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                // refused below, like any other wrong number
            }
            throw wrong(name, value, "settings.port");
        }

        @Nullable
        Tls tls() {
            Optional<Path> certificate = readable("TLS_CERTIFICATE");
            Optional<Path> key = readable("TLS_KEY");
            if (certificate.isPresent() != key.isPresent()) {
                String missing = certificate.isPresent() ? "TLS_KEY" : "TLS_CERTIFICATE";
                throw wrong(missing, "", "settings.tls-pair");
            }
            return certificate.isEmpty() ? null : new Tls(certificate.get(), key.orElseThrow());
        }

        private Optional<Path> readable(String name) {
            return value(name).map(value -> {
                Path file = Path.of(value).toAbsolutePath().normalize();
                if (!Files.isReadable(file) || Files.isDirectory(file)) {
                    throw wrong(name, value, "settings.file");
                }
                return file;
            });
        }

        List<String> proxies() {
            List<String> proxies = value("TRUSTED_PROXIES").stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .filter(proxy -> !proxy.isEmpty())
                    .toList();
            for (String proxy : proxies) {
                if (!proxy.matches(CIDR)) {
                    throw wrong("TRUSTED_PROXIES", proxy, "settings.proxies");
                }
            }
            return proxies;
        }

        PublicAddress publicAddress(InetAddress address, int port, boolean tls) {
            Optional<String> given = value("PUBLIC_URL");
            URI base = given.map(this::publicUrl)
                    .orElseGet(
                            () -> URI.create((tls ? "https" : "http") + "://" + host(address) + portPart(port, tls)));
            return new PublicAddress(base, "https".equals(base.getScheme()), address.isLoopbackAddress());
        }

        private URI publicUrl(String value) {
            try {
                URI url = new URI(value.replaceAll("/+$", ""));
                boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                    return url;
                }
            } catch (URISyntaxException notAnAddress) {
                // refused below, like any other wrong address
            }
            throw wrong("PUBLIC_URL", value, "settings.public-url");
        }

        private static String portPart(int port, boolean tls) {
            return port == (tls ? 443 : 80) ? "" : ":" + port;
        }

        /** A name that browsers in the hall can reach: the machine's own address in its network, where we listen on all. */
        private static String host(InetAddress address) {
            if (address.isLoopbackAddress()) {
                return "localhost";
            }
            InetAddress shown = address.isAnyLocalAddress()
                    ? siteLocal().findFirst().orElse(InetAddress.getLoopbackAddress())
                    : address;
            String text = shown.getHostAddress();
            return shown instanceof Inet4Address ? text : "[" + text.replaceAll("%.*", "") + "]";
        }

        private static Stream<InetAddress> siteLocal() {
            try {
                return NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(InetAddress::isSiteLocalAddress)
                        .filter(Inet4Address.class::isInstance);
            } catch (SocketException noNetwork) {
                return Stream.empty();
            }
        }

        @Nullable
        DatabaseAccess database() {
            Optional<String> url = value("DATABASE_URL");
            if (url.isEmpty()) {
                return null;
            }
            if (!url.get().startsWith("jdbc:postgresql:")) {
                throw wrong("DATABASE_URL", url.get(), "settings.database-url");
            }
            return new DatabaseAccess(
                    url.get(),
                    needed("DATABASE_USER"),
                    needed("DATABASE_PASSWORD"),
                    needed("DATABASE_OWNER"),
                    needed("DATABASE_OWNER_PASSWORD"));
        }

        private String needed(String name) {
            return value(name).orElseThrow(() -> wrong(name, "", "settings.database-needs"));
        }

        static StartProblem wrong(String name, String value, String key) {
            return new StartProblem(key, "STARTEX_" + name, value);
        }
    }
}
