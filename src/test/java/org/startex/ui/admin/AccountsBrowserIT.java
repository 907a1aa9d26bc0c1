package org.startex.ui.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.Screens;
import org.startex.testing.StartexBrowserTest;

/** Accounts from the first sign-in to the last, in a real browser: a person is added, chooses a password, changes it and is signed out. */
@StartexBrowserTest
class AccountsBrowserIT {
    private static final String PASSWORD = "three green coaches";
    private static final String OTHER = "seven yellow tents";

    private final Looks looks = new Looks("accounts");

    @LocalServerPort
    int port;

    @Autowired
    DSLContext sql;

    @Test
    void anAccountFromItsMakingToItsEnd() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            thePlayersPageObeysItsPolicy(browsers.phone());
            theFirstAdministratorIsAskedForAllThatIsNeeded(browsers.phone());
            wrongPasswordKeepsTheUsername(browsers.phone());
            Page admin = browsers.laptop();
            Screens.signIn(admin, "admin");
            String link = added(admin);
            Page person = browsers.laptop();
            choosesAPassword(person, link);
            theLinkIsOver(browsers.phone(), link);
            signsInByKeyboard(person, PASSWORD);
            problemsAreTold(person);
            changesThePassword(person);
            signsInByKeyboard(person, OTHER);
            signsOutForGood(person);
            signsInByKeyboard(person, OTHER);
            getsAnotherRole(person, admin);
            isSignedOutByTheAdministrator(person, admin);
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private void thePlayersPageObeysItsPolicy(Page page) {
        List<String> refused = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        page.navigate("/play");
        page.getByRole(AriaRole.TEXTBOX).first().waitFor();
        assertThat(refused).isEmpty();
    }

    private void theFirstAdministratorIsAskedForAllThatIsNeeded(Page page) {
        sql.execute("""
                insert into one_time_link (token_hash, purpose, made_at, expires_at)
                values (sha256('made-for-the-test'), 'FIRST_ADMINISTRATOR', now(), now() + interval '1 hour')""");
        page.navigate("/welcome/made-for-the-test");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Make the administrator")))
                .isVisible();
        looks.at(page, "welcome-administrator");
        page.getByLabel("Name", exactly()).fill("L. Brook");
        page.getByLabel("Username").fill("brook");
        page.getByLabel("New password").fill("short");
        button(page, "Make administrator").click();
        assertThat(page.getByText("Use at least 12 characters")).isVisible();
        looks.at(page, "welcome-administrator-refused");
    }

    private void wrongPasswordKeepsTheUsername(Page page) {
        page.navigate("/sign-in");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Demonstration"))).isVisible();
        looks.at(page, "sign-in-phone");
        page.getByLabel("Username").fill("okafor");
        page.getByLabel("Password", exactly()).fill("wrong wrong wrong");
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT).filter(having("do not belong together")))
                .isVisible();
        assertThat(page.getByLabel("Username")).hasValue("okafor");
        looks.at(page, "sign-in-failed");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling on a phone")
                .isTrue();
    }

    private String added(Page page) {
        page.navigate("/people");
        assertThat(page.getByText("7 people")).isVisible();
        looks.at(page, "people");
        button(page, "Add person…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        field(dialog, "Name").fill("R. Sutcliffe");
        field(dialog, "Organisation").fill("Wendle Borough Council");
        field(dialog, "Username").fill("director");
        in(dialog, "Add person").click();
        assertThat(dialog.getByText("Somebody has this username")).isVisible();
        looks.at(page, "people-add");
        field(dialog, "Username").fill("sutcliffe");
        dialog.getByText("Scenario author").click();
        in(dialog, "Add person").click();
        Locator link = page.getByLabel("One-time link");
        assertThat(link).isVisible();
        looks.at(page, "people-link");
        String address = link.inputValue();
        in(page.getByRole(AriaRole.DIALOG), "Close").click();
        page.getByLabel("Find by name, organisation or username").fill("wendle");
        assertThat(page.getByText("1 person")).isVisible();
        assertThat(page.getByText("Waits for a password").first()).isVisible();
        return address;
    }

    private void choosesAPassword(Page page, String link) {
        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING, heading("Choose a password, R. Sutcliffe")))
                .isVisible();
        looks.at(page, "welcome");
        page.getByLabel("New password").fill("sutcliffe-2026");
        button(page, "Save password").click();
        assertThat(page.getByText("The password contains the username")).isVisible();
        page.getByLabel("New password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Password saved. Sign in with it.")).isVisible();
    }

    private void theLinkIsOver(Page page, String link) {
        page.navigate(link);
        assertThat(page.getByRole(AriaRole.HEADING, heading("This link is over")))
                .isVisible();
        looks.at(page, "welcome-over");
    }

    private void signsInByKeyboard(Page page, String password) {
        page.navigate("/sign-in");
        assertThat(page.getByLabel("Username")).isFocused();
        page.keyboard().type("sutcliffe");
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private void problemsAreTold(Page page) {
        page.navigate("/people");
        assertThat(page.getByRole(AriaRole.HEADING, heading("You may not see this page")))
                .isVisible();
        looks.at(page, "denied");
        page.navigate("/no-such-page");
        assertThat(page.getByRole(AriaRole.HEADING, heading("There is no such page")))
                .isVisible();
        looks.at(page, "not-found");
    }

    private void changesThePassword(Page page) {
        page.navigate("/account");
        assertThat(page.getByText("R. Sutcliffe, signed in as sutcliffe")).isVisible();
        assertThat(page.getByText("Chrome, Linux")).isVisible();
        looks.at(page, "account");
        page.getByLabel("Present password").fill("not the present one");
        page.getByLabel("New password").fill(OTHER);
        button(page, "Change password").click();
        assertThat(page.getByText("The present password is not right")).isVisible();
        page.getByLabel("Present password").fill(PASSWORD);
        button(page, "Change password").click();
        assertThat(page.getByText("Password saved. Sign in with it.")).isVisible();
    }

    private void signsOutForGood(Page page) {
        page.navigate("/account");
        button(page, "Sign out").click();
        page.waitForURL(url -> url.contains("sign-in"));
        page.navigate("/account");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Sign in"))).isVisible();
    }

    private void getsAnotherRole(Page person, Page admin) {
        button(admin, "Open R. Sutcliffe").click();
        Locator dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Administrator"))
                .check();
        in(dialog, "Save roles").click();
        assertThat(dialog.getByText("Roles saved.")).isVisible();
        in(dialog, "Close").click();
        person.navigate("/people");
        assertThat(person.getByRole(AriaRole.HEADING, heading("People"))).isVisible();
    }

    private void isSignedOutByTheAdministrator(Page person, Page admin) {
        person.navigate("/account");
        assertThat(person.getByRole(AriaRole.HEADING, heading("My account"))).isVisible();
        button(admin, "Open R. Sutcliffe").click();
        in(admin.getByRole(AriaRole.DIALOG), "Disable account…").click();
        button(admin, "Disable account").click();
        assertThat(admin.getByText("Disabled", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        person.reload();
        assertThat(person.getByRole(AriaRole.HEADING, heading("Sign in"))).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator in(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Locator dialog, String label) {
        return dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
