package org.startex.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;

/** What people do again and again on the screens, found by what it is called. Patterns are regular expressions. */
public final class Screens {
    /** Of the demonstration people; the sign-in page tells it. */
    private static final String PASSWORD = "startex-practice";

    private Screens() {}

    /** Signs in as one of the demonstration people, as the sign-in page's form does, without the page. */
    public static void signIn(Page page, String username) {
        APIRequestContext requests = page.context().request();
        String form = requests.get("/sign-in").url();
        APIResponse answer = requests.post(
                form,
                RequestOptions.create()
                        .setHeader("Origin", form.substring(0, form.indexOf("/sign-in")))
                        .setForm(FormData.create().set("username", username).set("password", PASSWORD))
                        .setMaxRedirects(0));
        if (answer.headers().getOrDefault("location", "/sign-in").contains("/sign-in")) {
            throw new AssertionError(username + " was not signed in: " + answer.status() + " " + answer.headers());
        }
    }

    /** Signs in as one of the demonstration people on the sign-in page, which offers them. */
    public static void signInOnThePage(Page page, String username) {
        page.navigate("/sign-in");
        page.locator(
                        "form",
                        new Page.LocatorOptions()
                                .setHas(page.locator("input[type=hidden][name=username][value=" + username + "]")))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Plans an exercise of a scenario, and says its id. */
    public static String plan(Page page, String scenario) {
        page.navigate("/library/" + scenario);
        button(page, "^Plan an exercise").click();
        button(page, "^Plan exercise$").click();
        return planned(page);
    }

    /** The id of the exercise that was just planned. */
    public static String planned(Page page) {
        page.waitForURL(Pattern.compile(".*/exercise/[0-9a-f-]+/plan.*"));
        return page.url().replaceAll(".*/exercise/([0-9a-f-]+)/plan.*", "$1");
    }

    /** The code of a cell, on the screen where the exercise is planned. */
    public static String code(Page page, String cell) {
        return page.locator("article", new Page.LocatorOptions().setHasText(cell))
                .locator(".joincode")
                .first()
                .innerText()
                .replaceAll("\\s", "");
    }

    /** Joins by a code, without an account. */
    public static Page join(Page page, String code, String name, String organisation) {
        page.navigate("/play/" + code);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Organisation").fill(organisation);
        button(page, "^Join ").click();
        written(page);
        return page;
    }

    /** Has written the personal code down. */
    public static void written(Page page) {
        page.getByText("I have written it down").click();
    }

    /** Changes the pace, in per cent. */
    public static void pace(Page page, String percent) {
        button(page, "^Pace").click();
        dialog(page).getByLabel("Pace", exactly()).fill(percent);
        in(dialog(page), "^Change pace$").click();
        saved(page);
    }

    /** Goes to a part of the player's page. */
    public static void tab(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION).getByText(name).first().click();
    }

    /** Chooses from a list by some words of what is wanted. */
    public static void pick(Page page, Locator field, String words) {
        Locator one = field.first();
        one.click();
        one.fill(words);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    /** The dialog on top. */
    public static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG).last();
    }

    /** The first button with such a name. */
    public static Locator button(Page page, String pattern) {
        return page.getByRole(AriaRole.BUTTON, name(pattern)).first();
    }

    /** The button with such a name inside. */
    public static Locator in(Locator part, String pattern) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(pattern)));
    }

    public static Page.GetByRoleOptions name(String pattern) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
    }

    public static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    /** Waits for the word that something is on record. */
    public static void saved(Page page) {
        assertThat(page.getByText(Pattern.compile("Saved as entry \\d+")).first())
                .isVisible();
    }
}
