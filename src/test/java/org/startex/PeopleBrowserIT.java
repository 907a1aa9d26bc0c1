package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.join;
import static org.startex.testing.Screens.name;
import static org.startex.testing.Screens.pick;
import static org.startex.testing.Screens.plan;
import static org.startex.testing.Screens.signIn;
import static org.startex.testing.Screens.tab;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;

/** The people of an exercise: who comes how, who hands what to whom, and who decided. */
@StartexBrowserTest
class PeopleBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aLoggistLogsForADecisionMakerWhoConfirms() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("people");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page director = browsers.laptop();
            signIn(director, "director");
            String exercise = plan(director, "caravan-site");
            String restCentre = code(director, "Rest centre");
            Page player = join(browsers.phone(), restCentre, "M. Okafor", "Borough council");
            giveRole(director, "P. Nair", "Loggist");
            director.navigate("/exercise/" + exercise);
            button(director, "^STARTEX$").click();
            assertThat(director.getByText("Saved as entry").first()).isVisible();

            Page loggist = browsers.laptop();
            signIn(loggist, "evaluator");
            loggist.navigate("/exercise/" + exercise + "/loggist");
            assertThat(loggist.getByText("Press F4 the moment").first()).isVisible();
            assertThat(button(loggist, "^Log a decision")).isVisible();
            loggist.waitForFunction("document.querySelector('sx-keys')?.map?.F4 !== undefined");
            loggist.keyboard().press("F4");
            assertThat(loggist.getByText("exercise time,").first()).isVisible();
            pick(loggist, loggist.getByLabel("Who decided"), "M. Okafor");
            loggist.getByLabel("Decision", new Page.GetByLabelOptions().setExact(true))
                    .fill("Keep two of the three coaches.");
            loggist.getByLabel("Why", new Page.GetByLabelOptions().setExact(true))
                    .fill("Six residents need oxygen and cannot wait.");
            loggist.getByLabel("Actions").fill("Ask the coach firm to wait; S. Lindqvist; 10:30");
            looks.at(loggist, "loggist-writes");
            loggist.keyboard().press("Control+Enter");
            Locator chip = loggist.getByText("Not yet confirmed").first();
            assertThat(chip).isVisible();
            looks.at(loggist, "loggist-logged");

            assertThat(player.getByText("1 decision was logged for you").first())
                    .isVisible();
            looks.as(player, "player-asked");
            button(player, "^Read and answer$").click();
            assertThat(player.getByText("Logged by P. Nair for M. Okafor").first())
                    .isVisible();
            button(player, "^It was not so").click();
            looks.at(player, "player-disputes");
            player.getByLabel("What was not so?").fill("I said that we keep all three.");
            button(player, "^Dispute decision 1$").click();
            assertThat(loggist.getByText("I said that we keep all three.").first())
                    .isVisible();
            button(player, "^Confirm decision 1$").click();
            assertThat(player.getByText(Pattern.compile("^Confirmed$")).first()).isVisible();
            assertThat(loggist.getByText(Pattern.compile("^Confirmed$")).first())
                    .isVisible();
            assertThat(director.getByText("for M. Okafor, confirmed").first()).isVisible();
            looks.as(player, "player-confirmed");

            Page late = join(browsers.phone(), restCentre, "S. Lindqvist", "British Red Cross");
            takesOver(director, late, looks);
            handsBack(late, player, looks);
            assertThat(person(director.locator(".page-people"), "M. Okafor")).containsText("Rest centre lead");
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    /** Somebody who joins late has what their cell was sent, and takes over a role in it. */
    private static void takesOver(Page director, Page late, Looks looks) {
        assertThat(late.getByRole(AriaRole.HEADING, name("METHANE: ammonia release"))
                        .first())
                .isVisible();
        assertThat(director.getByText("S. Lindqvist joined Rest centre late").first())
                .isVisible();
        Locator people = director.locator(".page-people");
        people.locator("vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText("Rest centre"))
                .click();
        act(director, "M. Okafor", "^Move to another cell or role");
        choose(director, "Role in the cell", "^Rest centre lead$");
        in(dialog(director), "^Move M. Okafor$").click();
        assertThat(person(people, "M. Okafor")).containsText("Rest centre lead");
        act(director, "M. Okafor", "^Hand over the role");
        in(dialog(director), "^Hand over$").click();
        assertThat(director.getByText("handed the role Rest centre lead").first())
                .isVisible();
        assertThat(person(people, "S. Lindqvist")).containsText("Rest centre lead");
        assertThat(person(people, "M. Okafor")).not().containsText("Rest centre lead");
        looks.at(director, "handed-over");
    }

    /** Whoever holds a role hands it to a colleague, on the page that everybody in the cell has. */
    private static void handsBack(Page late, Page player, Looks looks) {
        assertThat(late.locator(".notice")).containsText("You hold the role Rest centre lead now.");
        assertThat(player.locator(".notice")).containsText("You no longer hold the role Rest centre lead.");
        tab(late, "About me");
        button(late, "^Hand it over").click();
        late.getByRole(AriaRole.RADIO, name("^M. Okafor$")).check();
        button(late, "^Go on$").click();
        looks.at(late, "player-hands-over");
        button(late, "^Hand over to M. Okafor$").click();
        assertThat(late.locator(".notice")).containsText("You no longer hold the role Rest centre lead.");
        assertThat(player.locator(".notice")).containsText("You hold the role Rest centre lead now.");
        assertThat(button(late, "^Hand it over")).not().isVisible();
    }

    private static Locator person(Locator people, String name) {
        return people.locator(".person-line").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void act(Page director, String who, String act) {
        director.getByRole(AriaRole.MENUITEM, name("^Acts for " + who))
                .or(button(director, "^Acts for " + who))
                .first()
                .click();
        director.getByRole(AriaRole.MENUITEM, name(act)).first().click();
    }

    private static void choose(Page director, String field, String words) {
        dialog(director).getByLabel(field).first().click();
        director.getByRole(AriaRole.OPTION, name(words)).first().click();
    }

    private static void giveRole(Page director, String who, String role) {
        pick(director, director.getByLabel("Person"), who);
        director.getByLabel("Role").first().click();
        director.getByRole(com.microsoft.playwright.options.AriaRole.OPTION, new Page.GetByRoleOptions().setName(role))
                .first()
                .click();
        button(director, "^Add person").click();
        assertThat(director.getByText("Saved as entry").first()).isVisible();
    }
}
