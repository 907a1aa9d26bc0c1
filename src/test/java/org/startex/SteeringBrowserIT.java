package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.join;
import static org.startex.testing.Screens.name;
import static org.startex.testing.Screens.plan;
import static org.startex.testing.Screens.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;

/** A controller steers a running exercise by keys and menus, and a player sees what becomes of an inject that has left. */
@StartexBrowserTest
class SteeringBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void injectsAreHeldSkippedMovedAndPostponedTheClockJumpsAndWhatHasLeftIsCorrectedAndRecalled() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("steering");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page director = browsers.laptop();
            signIn(director, "director");
            String exercise = plan(director, "caravan-site");
            Page player = join(browsers.phone(), code(director, "Tactical"), "R. Hale", "Police");
            director.navigate("/exercise/" + exercise);
            button(director, "^STARTEX$").click();
            told(director, "Saved as entry");

            select(director, "Saltmarsh Haven asks");
            director.keyboard().press("h");
            told(director, "Inject 2 held.");
            assertThat(button(director, "^Release, due ")).isVisible();
            director.waitForTimeout(600);
            director.keyboard().press("Control+z");
            assertThat(button(director, "^Hold")).isVisible();
            director.waitForTimeout(600); // a second press within half a second is ignored
            director.keyboard().press("h");
            told(director, "Inject 2 held.");

            select(director, "The word chlorine goes round");
            director.keyboard().press("x");
            dialog(director).getByLabel("Why").fill("Already asked");
            in(dialog(director), "^Skip 3$").click();
            told(director, "Inject 3 skipped.");

            select(director, "Avocet Lodge smells it indoors");
            director.keyboard().press("m");
            dialog(director).getByLabel("By how many minutes").fill("2:30");
            looks.at(director, "move");
            in(dialog(director), "^Move 4$").click();
            told(director, "Inject 4 moved to");
            looks.at(director, "control-room");

            menu(director, "^Change the times", "Postpone the rest");
            looks.as(director, "postpone");
            in(dialog(director), "^Postpone the rest$").click();
            told(director, "The rest moved by +5:00.");
            button(director, "^Undo").click();
            assertThat(director.getByText("brought the rest forward").first()).isVisible();

            menu(director, "^Change the times", "Jump the clock forward");
            looks.at(director, "jump");
            in(dialog(director), "^Jump forward$").click();
            assertThat(director.getByText("let the clock jump").first()).isVisible();
            assertThat(player.getByText("The exercise clock has jumped forward").first())
                    .isVisible();

            select(director, "Saltmarsh Haven asks");
            button(director, "^Release and send now").click();
            assertThat(player.getByRole(AriaRole.HEADING, name("Saltmarsh Haven asks"))
                            .first())
                    .isVisible();
            button(director, "^Correct 2").click();
            dialog(director).getByLabel("What it says instead").fill("Stay **in**. The wind has turned.");
            in(dialog(director), "^Correct 2$").click();
            assertThat(player.getByText("Control corrected this").first()).isVisible();
            assertThat(player.getByText("The wind has turned.").first()).isVisible();
            looks.at(player, "player-corrected");

            button(director, "^Recall 2").click();
            dialog(director).getByLabel("Why").fill("Belongs to the next phase");
            in(dialog(director), "^Recall 2$").click();
            Locator card = player.locator("article.recalled").first();
            assertThat(card).isVisible();
            card.locator(".fold").click();
            assertThat(card.getByText("Control has recalled this").first()).isVisible();
            assertThat(player.getByText("Belongs to the next phase")).hasCount(0);
            looks.at(player, "player-recalled");
            assertThat(director.getByText("Recalled by").first()).isVisible();
            looks.at(director, "control-room-after");
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    private static void select(Page page, String title) {
        page.locator("vaadin-grid .ti .ell", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        assertThat(page.locator("#detail h2").filter(new Locator.FilterOptions().setHasText(title)))
                .isVisible();
        page.waitForTimeout(600); // a second press of a key within half a second is ignored
    }

    private static void menu(Page page, String open, String item) {
        page.getByRole(AriaRole.MENUITEM, name(open))
                .or(button(page, open))
                .first()
                .click();
        page.getByRole(AriaRole.MENUITEM, name(item)).first().click();
    }

    private static void told(Page page, String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }
}
