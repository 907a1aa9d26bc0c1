package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.name;
import static org.startex.testing.Screens.pick;
import static org.startex.testing.Screens.saved;
import static org.startex.testing.Screens.signIn;
import static org.startex.testing.Screens.written;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;
import org.startex.testing.TwoCells;

/** A comms check with two players, a drill of no duff, and a real one to its end with one page cut off. */
@StartexBrowserTest
class SafetyBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void everybodyIsReachedBeforeStartexInADrillAndInARealStop() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("safety");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            TwoCells cells = TwoCells.joined(browsers);
            Page director = cells.director();
            Page hale = cells.hale();
            Page okafor = cells.okafor();

            String anyCell = code(director, "Any cell");
            commsCheck(director, hale, okafor, looks);
            Page late = browsers.phone();
            drill(director, hale, okafor, () -> comesDuringTheDrill(late, anyCell), looks);

            director.navigate("/exercise/" + cells.exercise());
            button(director, "^STARTEX$").click();
            assertThat(hale.getByText("To acknowledge").first()).isVisible();
            realStop(director, hale, okafor, () -> notLetInYet(late, looks), looks);
            board(director, hale, browsers.laptop(), cells.exercise(), looks);
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    private static void commsCheck(Page director, Page hale, Page okafor, Looks looks) {
        assertThat(director.getByText("Not done yet. Start one below").first()).isVisible();
        button(director, "^Start a comms check$").click();
        assertThat(director.getByText("0 of 2 confirmed").first()).isVisible();
        assertThat(button(hale, "^Confirm that you read this$")).isVisible();
        looks.at(hale, "comms-asked");
        button(hale, "^Confirm that you read this$").click();
        assertThat(hale.getByText("Comms check confirmed, real").first()).isVisible();
        assertThat(director.getByText("1 of 2 confirmed").first()).isVisible();
        Locator waits = director.locator(".comms-cell").filter(new Locator.FilterOptions().setHasText("M. Okafor"));
        assertThat(waits).containsText("Connected, no answer");
        looks.at(director, "comms-board");
        button(okafor, "^Confirm that you read this$").click();
        assertThat(director.getByText("All 2 confirmed").first()).isVisible();
        assertThat(director.getByText("Every player has confirmed").first()).isVisible();
    }

    private static void drill(Page director, Page hale, Page okafor, Runnable alsoDuring, Looks looks) {
        button(director, "^No duff drill").click();
        in(dialog(director), "^Begin the drill$").click();
        assertThat(hale.getByRole(AriaRole.HEADING, name("^NO DUFF DRILL$"))).isVisible();
        assertThat(okafor.getByRole(AriaRole.HEADING, name("^NO DUFF DRILL$"))).isVisible();
        assertThat(director.getByText("All 3 have it in front of them").first()).isVisible();
        looks.at(hale, "drill-player");
        looks.at(director, "drill-director");
        alsoDuring.run();
        button(director, "^End the drill$").click();
        assertThat(hale.getByRole(AriaRole.HEADING, name("^NO DUFF DRILL$"))).hasCount(0);
    }

    /** The board of one inject and of all, and a second controller who sees what the first has in hand. */
    private static void board(Page director, Page hale, Page second, String exercise, Looks looks) {
        director.navigate("/exercise/" + exercise + "/plan");
        pick(director, director.getByLabel("Person"), "P. Nair");
        button(director, "^Add person$").click();
        saved(director);
        signIn(second, "evaluator");
        second.navigate("/exercise/" + exercise);
        director.navigate("/exercise/" + exercise);
        director.locator("vaadin-grid .ti .ell", new Page.LocatorOptions().setHasText("Saltmarsh Haven asks"))
                .first()
                .click();
        assertThat(second.getByText("has 2 open").first()).isVisible();
        button(director, "^Send 2 now").click();
        assertThat(button(hale, "^Acknowledge: Saltmarsh Haven asks")).isVisible();
        hale.waitForTimeout(1_500); // a press just after the feed has moved is ignored
        button(hale, "^Acknowledge: Saltmarsh Haven asks").click();
        Locator line = director.locator("table.who tbody tr").filter(new Locator.FilterOptions().setHasText("R. Hale"));
        assertThat(line.locator(".ack").first()).isVisible();
        button(director, "^Board$").click();
        assertThat(director.locator(".matrix .k.ack").first()).isVisible();
        button(director, "^Write an inject").click();
        assertThat(second.getByText(": Write an inject").first()).isVisible();
        looks.as(second, "second");
        director.keyboard().press("Escape");
        looks.at(director, "board");
    }

    /** Whoever is not let in yet has no entry of the stop, and must not take a drill for a real one. */
    private static void comesDuringTheDrill(Page late, String anyCell) {
        late.navigate("/play/" + anyCell);
        late.getByLabel("Name").fill("J. Mensah");
        late.getByLabel("Organisation").fill("Borough council");
        button(late, "^Join").click();
        written(late);
        assertThat(late.getByRole(AriaRole.HEADING, name("^NO DUFF DRILL$"))).isVisible();
    }

    /** Whoever is not let in when play is stopped cannot write to control, and is told to whom to speak. */
    private static void notLetInYet(Page late, Looks looks) {
        assertThat(late.getByRole(AriaRole.HEADING, name("^NO DUFF$"))).isVisible();
        assertThat(late.getByRole(AriaRole.HEADING, name("^Speak to a controller$")))
                .isVisible();
        assertThat(button(late, "^Send to control$")).hasCount(0);
        looks.at(late, "no-duff-not-let-in");
        late.close();
    }

    private static void realStop(Page director, Page hale, Page okafor, Runnable alsoDuring, Looks looks) {
        String here = okafor.url();
        okafor.navigate("about:blank");
        button(hale, "^No duff").click();
        hale.getByLabel("What happened, and where?").fill("Adult collapsed at the main door. 999 called.");
        button(hale, "^Stop play for a real incident$").click();
        assertThat(director.getByText("2 of 3 have it in front of them").first())
                .isVisible();
        Locator missing = director.locator(".reach li").filter(new Locator.FilterOptions().setHasText("M. Okafor"));
        assertThat(missing).containsText("Not connected: call");
        assertThat(director.locator("#no-duff").getByText("Exercise code word")).isVisible();
        looks.at(director, "no-duff-board");
        button(hale, "^Send to control$").click();
        assertThat(hale.getByText("Write the message first.")).isVisible();
        hale.getByLabel("Only about the real incident").fill("She breathes. We need the defibrillator.");
        hale.keyboard().press("Control+Enter");
        assertThat(hale.locator(".red-write li").getByText("She breathes.")).isVisible();
        assertThat(hale.locator(".red-write li").getByText("R. Hale, real")).isVisible();
        assertThat(director.locator(".stop-talk li").getByText("She breathes.")).isVisible();
        director.getByLabel("Message about the real incident").fill("It is on its way to you.");
        director.getByLabel("Message about the real incident").press("Enter");
        assertThat(hale.locator(".red-write li").getByText("It is on its way")).isVisible();
        looks.at(director, "no-duff-talk");
        looks.at(hale, "no-duff-player");
        okafor.navigate(here);
        assertThat(okafor.getByRole(AriaRole.HEADING, name("^NO DUFF$"))).isVisible();
        assertThat(director.getByText("All 3 have it in front of them").first()).isVisible();

        alsoDuring.run();
        director.getByLabel("Why is it safe to go on?").fill("Ambulance crew has the patient");
        button(director, "^Clear and stay paused").click();
        dialog(director).getByText("Hold them until I release each").click();
        looks.as(director, "clear");
        in(dialog(director), "^Clear and stay paused$").click();
        assertThat(hale.getByRole(AriaRole.HEADING, name("^NO DUFF$"))).hasCount(0);
        assertThat(director.getByText("the injects that waited are held").first())
                .isVisible();
    }
}
