package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.exactly;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.name;
import static org.startex.testing.Screens.planned;
import static org.startex.testing.Screens.saved;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.ContextConfiguration;
import org.startex.runtime.Program;
import org.startex.testing.Browsers;
import org.startex.testing.Cable;
import org.startex.testing.FreshInstallation;
import org.startex.testing.Keyboard;
import org.startex.testing.StartexBrowserTest;
import org.startex.testing.TestCertificate;

/** The whole trip again by keys alone, under a hall's name over HTTPS with a certificate made for the test, and with a network that goes away. */
@StartexBrowserTest
@ContextConfiguration(initializers = {FreshInstallation.class, KeyboardBrowserIT.OverHttps.class})
class KeyboardBrowserIT {
    private static final String PASSWORD = "three green coaches";
    private static final String HALL = "startex.hall.example";
    private static final TestCertificate CERTIFICATE = TestCertificate.in(folder());

    @LocalServerPort
    int port;

    @Autowired
    DSLContext sql;

    @Test
    void anExerciseByKeysAloneOverHttps() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        try (Cable cable = new Cable(port);
                Browsers browsers = Browsers.trusting(CERTIFICATE, HALL, port)) {
            Page director = browsers.laptop();
            Keyboard hers = new Keyboard(director);
            becomesDirector(director, hers);
            String exercise = plan(director, hers);
            String code = code(director, "Rest centre");

            Page player = browsers.phone();
            Keyboard his = new Keyboard(player);
            join(player, his, "https://" + HALL + ":" + cable.port() + "/play", code);
            theConnectionIsSafe(player);

            director.navigate("/exercise/" + exercise);
            hers.press(button(director, "^STARTEX$"));
            saved(director);
            hers.press(button(director, "^Pace"));
            hers.write(dialog(director).getByLabel("Pace", exactly()), "6000");
            hers.press(in(dialog(director), "^Change pace$"));
            saved(director);
            his.press(button(player, "^Acknowledge"));
            assertThat(player.getByText(Pattern.compile("^Acknowledged ")).first())
                    .isVisible();
            hers.press(button(director, "^Pause"));
            assertThat(button(director, "^Resume").first()).isVisible();

            decideWithoutNetwork(player, his, cable);
            player = browsers.again(player);
            his = new Keyboard(player);
            cable.plugIn();
            his.press(button(player, "^Decisions"));
            assertThat(player.getByText("Open the second hall").first()).isVisible();
            assertThat(director.getByText(Pattern.compile("Decision 1")).first())
                    .isVisible();

            noDuff(player, his, director);
            clear(director, hers);
            adHoc(director, hers);
            his.press(button(player, "^Feed"));
            assertThat(player.getByText("A reporter is at the door").first()).isVisible();
            director.navigate("/exercise/" + exercise);
            hers.press(button(director, "^End exercise"));
            hers.press(in(dialog(director), "^End exercise$"));
            assertThat(player.getByText("ENDEX").first()).isVisible();
            seal(director, hers, exercise);
            assertThat(browsers.errors()).isEmpty();
        }
    }

    /** Off loopback there are no demonstration people: the first person comes by the link that the first start prints. */
    private void becomesDirector(Page page, Keyboard keys) {
        sql.execute("""
                insert into one_time_link (token_hash, purpose, made_at, expires_at)
                values (sha256('made-for-the-hall'), 'FIRST_ADMINISTRATOR', now(), now() + interval '1 hour')""");
        page.navigate("/welcome/made-for-the-hall");
        keys.write(page.getByLabel("Name", exactlyOnPage()), "L. Brook");
        keys.write(page.getByLabel("Username"), "brook");
        keys.write(page.getByLabel("New password"), PASSWORD);
        keys.press(button(page, "^Make administrator$"));
        page.getByText("Sign in with it").waitFor();
        signIn(page, keys);
        page.navigate("/people");
        button(page, "^Open L. Brook$").waitFor();
        keys.press(page.locator("vaadin-grid td[role=gridcell][tabindex='0']")); // into the table, then into its cell
        assertThat(button(page, "^Open L. Brook$")).isFocused();
        keys.keys("Enter");
        keys.to(dialog(page).getByLabel("Exercise director")).keys("Space");
        keys.press(in(dialog(page), "^Save roles$"));
        dialog(page).getByText("Roles saved.").waitFor();
        keys.keys("Escape");
    }

    private static void signIn(Page page, Keyboard keys) {
        page.navigate("/sign-in");
        assertThat(page.getByLabel("Username")).isFocused();
        keys.type("brook");
        keys.write(page.getByLabel("Password", exactlyOnPage()), PASSWORD);
        keys.keys("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static String plan(Page page, Keyboard keys) {
        page.navigate("/library/caravan-site");
        keys.press(button(page, "^Plan an exercise"));
        keys.press(button(page, "^Plan exercise$"));
        return planned(page);
    }

    private static void join(Page page, Keyboard keys, String address, String code) {
        page.navigate(address);
        keys.write(page.getByRole(AriaRole.TEXTBOX), code);
        keys.keys("Enter");
        keys.write(page.getByLabel("Name"), "A. Okonkwo");
        keys.write(page.getByLabel("Organisation"), "Borough council");
        keys.press(button(page, "^Join "));
        keys.to(page.getByLabel("I have written it down").or(page.getByText("I have written it down")))
                .keys("Enter");
        page.getByRole(AriaRole.NAVIGATION).first().waitFor();
    }

    private static void theConnectionIsSafe(Page page) {
        assertThat((Boolean) page.evaluate("isSecureContext")).isTrue();
        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.secure).as(cookie.name + " is secure").isTrue();
        });
        assertThat(page.getByText("Reduced here")).hasCount(0);
    }

    /** What is written while the network is away waits on the phone, also when the page is closed and opened again, and is logged when it is back. */
    private static void decideWithoutNetwork(Page page, Keyboard keys, Cable cable) {
        keys.press(button(page, "^Log a decision"));
        keys.write(page.getByLabel("What did you decide?"), "Open the second hall");
        keys.write(page.getByLabel(Pattern.compile("^Why\\?")), "One hall holds eighty and two hundred come");
        cable.pull();
        keys.press(button(page, "^Log decision"));
        assertThat(page.getByText("1 entry waiting to be sent").first()).isVisible();
    }

    private static void noDuff(Page caller, Keyboard keys, Page controller) {
        keys.press(button(caller, "^No duff"));
        keys.write(caller.getByRole(AriaRole.TEXTBOX).last(), "Adult collapsed at the main door. 999 called.");
        keys.press(button(caller, "Stop play for a real incident"));
        assertThat(controller.getByText("Adult collapsed at the main door").first())
                .isVisible();
    }

    private static void clear(Page page, Keyboard keys) {
        keys.write(page.getByLabel("Why is it safe to go on?"), "Ambulance crew has the patient");
        keys.press(button(page, "^Clear and stay paused"));
        keys.press(in(dialog(page), "^Clear and stay paused$"));
        assertThat(button(page, "^Resume").first()).isVisible();
    }

    private static void adHoc(Page page, Keyboard keys) {
        keys.press(button(page, "^Write an inject"));
        keys.write(dialog(page).getByLabel("Title"), "A reporter is at the door");
        keys.write(dialog(page).getByLabel("From, in the story"), "Reception");
        keys.to(dialog(page).getByLabel("To", exactly())).type("Rest centre");
        page.getByRole(AriaRole.OPTION, name("^Rest centre$")).waitFor();
        keys.keys("ArrowDown", "Enter", "Escape");
        keys.write(dialog(page).getByLabel("Text", exactly()), "She wants to speak to **whoever is in charge**.");
        keys.press(in(dialog(page), "^Send to players$"));
        saved(page);
    }

    private static void seal(Page page, Keyboard keys, String exercise) throws IOException {
        page.navigate("/exercise/" + exercise + "/log");
        keys.press(button(page, "^Seal the record"));
        keys.press(in(dialog(page), "^Seal the record$"));
        keys.press(button(page, "^Verify"));
        assertThat(page.getByText(Pattern.compile("Intact and sealed")).first()).isVisible();
        Path file = Files.createTempFile(folder(), "export", ".jsonl");
        Download download =
                page.waitForDownload(() -> keys.press(page.getByRole(AriaRole.LINK, name("Export .\\.jsonl."))));
        download.saveAs(file);
        assertThat(Program.run(Startex.class, "verify", file.toString())).isZero();
    }

    private static Page.GetByLabelOptions exactlyOnPage() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-home")), "https-");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    static final class OverHttps implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "startex.public-url=https://" + HALL + ":"
                                    + context.getEnvironment().getProperty("startex.port"),
                            "startex.tls-certificate=" + CERTIFICATE.certificateFile(),
                            "startex.tls-key=" + CERTIFICATE.keyFile())
                    .applyTo(context);
        }

        /** After the installation has its port, and before the program reads its settings. */
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE + 1;
        }
    }
}
