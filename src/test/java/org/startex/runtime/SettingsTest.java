package org.startex.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.startex.mail.MailAddress;
import org.startex.mail.MailServer;
import org.startex.mail.MailServer.Security;
import org.startex.mail.MailSettings;

class SettingsTest {
    @Test
    void withoutSettingsItServesThisMachineAlone() {
        Settings settings = read(Map.of());
        assertThat(settings.home()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.scenarios()).isEqualTo(Path.of("scenarios").toAbsolutePath());
        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicAddress().base()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.publicAddress().secure()).isFalse();
        assertThat(settings.publicAddress().loopback()).isTrue();
        assertThat(settings.tls()).isNull();
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.database()).isNull();
        assertThat(settings.mail()).isEqualTo(MailSettings.OFF);
    }

    @Test
    void mailLeavesEncryptedUnlessTheServerIsThisMachine() {
        MailServer server = server(Map.of("host", "smtp.example.org"));
        assertThat(server.security()).isEqualTo(Security.STARTTLS);
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.login()).isNull();
        assertThat(server.allowed().allows(new MailAddress("a@council.example")))
                .isTrue();
        assertThat(server.allowed().allows(new MailAddress("a@defra.gov.example")))
                .isTrue();
        assertThat(server.allowed().allows(new MailAddress("a@elsewhere.example")))
                .isFalse();
        assertThat(server(Map.of("host", "smtp.example.org", "tls", "tls")).port())
                .isEqualTo(465);
        for (String here : List.of("localhost", "127.0.0.1", "::1")) {
            assertThat(server(Map.of("host", here)).security()).isEqualTo(Security.NONE);
        }
        MailServer withLogin =
                server(Map.of("host", "smtp.example.org", "user", "startex", "password", "secret", "port", "2525"));
        assertThat(withLogin.port()).isEqualTo(2525);
        assertThat(withLogin.toString()).contains("startex").doesNotContain("secret");
    }

    private static MailServer server(Map<String, String> given) {
        return Objects.requireNonNull(mail(given).server());
    }

    private static MailSettings mail(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of(
                "startex.mail-from",
                "exercises@startex.example",
                "startex.mail-allowed",
                "council.example, *.gov.example"));
        given.forEach((name, value) -> all.put("startex.mail-" + name, value));
        return read(all).mail();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host=two words | STARTEX_MAIL_HOST",
                "host=smtp.example.org;port=0 | STARTEX_MAIL_PORT",
                "host=smtp.example.org;tls=yes | STARTEX_MAIL_TLS",
                "host=smtp.example.org;tls=none;user=a;password=b | STARTEX_MAIL_TLS",
                "host=smtp.example.org;user=a | STARTEX_MAIL_PASSWORD",
                "host=smtp.example.org;password=a | STARTEX_MAIL_USER",
                "host=smtp.example.org;from=nobody | STARTEX_MAIL_FROM",
                "host=smtp.example.org;from= | STARTEX_MAIL_FROM",
                "host=smtp.example.org;allowed= | STARTEX_MAIL_ALLOWED",
                "host=smtp.example.org;allowed=example.org, * | STARTEX_MAIL_ALLOWED",
                "host= | STARTEX_MAIL_HOST"
            })
    void aWrongSettingOfMailIsRefusedAndNamed(String settings, String named) {
        Map<String, String> given = new HashMap<>();
        for (String setting : settings.split(";", -1)) {
            given.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> mail(given)).isInstanceOf(StartProblem.class).hasMessageStartingWith(named);
    }

    @Test
    void theEnvironmentAndPropertiesHaveLikeNames() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test", Map.of("STARTEX_PUBLIC_URL", "https://hall.example.org/", "STARTEX_PORT", "8443")));
        Settings settings = Settings.read(environment::getProperty);
        assertThat(settings.publicAddress().base()).isEqualTo(URI.create("https://hall.example.org"));
        assertThat(settings.publicAddress().secure()).isTrue();
        assertThat(settings.port()).isEqualTo(8443);
    }

    @Test
    void aHallIsFoundByTheMachinesOwnAddress() {
        Settings settings = read(Map.of("startex.address", "0.0.0.0"));
        assertThat(settings.publicAddress().loopback()).isFalse();
        assertThat(settings.publicAddress().base().getHost()).matches("\\d+\\.\\d+\\.\\d+\\.\\d+");
        assertThat(settings.publicAddress().base().getHost()).isNotEqualTo("0.0.0.0");
    }

    @Test
    void aLanAddressIsItsOwnName() {
        Settings settings = read(Map.of("startex.address", "192.168.1.20", "startex.port", "80"));
        assertThat(settings.publicAddress().base()).isEqualTo(URI.create("http://192.168.1.20"));
    }

    @Test
    void tlsMakesTheAddressSecure(@TempDir Path folder) throws IOException {
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), "");
        Path key = Files.writeString(folder.resolve("key.pem"), "");
        Settings settings =
                read(Map.of("startex.tls-certificate", certificate.toString(), "startex.tls-key", key.toString()));
        assertThat(settings.tls()).isEqualTo(new Settings.Tls(certificate, key));
        assertThat(settings.publicAddress().base()).isEqualTo(URI.create("https://localhost:8080"));
        assertThat(settings.publicAddress().secure()).isTrue();
        assertThatThrownBy(() -> read(Map.of("startex.tls-certificate", certificate.toString())))
                .hasMessageContaining("STARTEX_TLS_KEY");
    }

    @Test
    void proxiesAreAddressesAndBlocks() {
        assertThat(read(Map.of("startex.trusted-proxies", "10.0.0.2, 10.1.0.0/16,fd00::/8"))
                        .trustedProxies())
                .isEqualTo(List.of("10.0.0.2", "10.1.0.0/16", "fd00::/8"));
    }

    @Test
    void anExternalDatabaseNeedsBothRoles() {
        Map<String, String> given = new HashMap<>(Map.of(
                "startex.database-url", "jdbc:postgresql://db.example.org/startex",
                "startex.database-user", "startex_app",
                "startex.database-password", "one",
                "startex.database-owner", "startex_owner",
                "startex.database-owner-password", "two"));
        DatabaseAccess access = read(given).database();
        assertThat(access)
                .isEqualTo(new DatabaseAccess(
                        "jdbc:postgresql://db.example.org/startex", "startex_app", "one", "startex_owner", "two"));
        assertThat(String.valueOf(access)).doesNotContain("one", "two");
        given.remove("startex.database-owner-password");
        assertThatThrownBy(() -> read(given)).hasMessageContaining("STARTEX_DATABASE_OWNER_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "startex.port, STARTEX_PORT, eighty",
        "startex.port, STARTEX_PORT, 0",
        "startex.port, STARTEX_PORT, 65536",
        "startex.address, STARTEX_ADDRESS, 999.1.1.1",
        "startex.public-url, STARTEX_PUBLIC_URL, hall.example.org",
        "startex.public-url, STARTEX_PUBLIC_URL, ftp://hall.example.org",
        "startex.public-url, STARTEX_PUBLIC_URL, https://hall.example.org/?x=1",
        "startex.public-url, STARTEX_PUBLIC_URL, http://",
        "startex.trusted-proxies, STARTEX_TRUSTED_PROXIES, proxy.example.org",
        "startex.tls-certificate, STARTEX_TLS_CERTIFICATE, no/such/file.pem",
        "startex.database-url, STARTEX_DATABASE_URL, postgres://db.example.org/startex"
    })
    void aWrongValueIsToldWithSettingValueAndRemedy(String property, String setting, String value) {
        assertThatThrownBy(() -> read(Map.of(property, value)))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith(setting + " ")
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(". Give ");
    }

    private static Settings read(Map<String, String> values) {
        return Settings.read(values::get);
    }
}
