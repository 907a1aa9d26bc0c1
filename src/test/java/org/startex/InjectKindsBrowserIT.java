package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.join;
import static org.startex.testing.Screens.name;
import static org.startex.testing.Screens.pace;
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

/** Injects that have no time: a contingency inject and a cue are sent, one comes by itself because nobody acknowledged another, and one is written from a template. */
@StartexBrowserTest
class InjectKindsBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void whatHasNoTimeComesWhenItIsSentOrWhenItsConditionComesTrue() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("kinds");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page director = browsers.laptop();
            signIn(director, "director");
            director.navigate("/library/caravan-site");
            director.locator("vaadin-grid")
                    .getByText("Who has the six on oxygen?")
                    .first()
                    .click();
            says(director, "When Tactical has not acknowledged 13 by 10:32");
            looks.at(director, "library");
            String exercise = plan(director, "caravan-site");
            Page tactical = join(browsers.phone(), code(director, "Tactical"), "R. Hale", "Police");
            Page strategic = join(browsers.phone(), code(director, "Strategic"), "M. Adeyemi", "NHS");
            director.navigate("/exercise/" + exercise);
            button(director, "^STARTEX$").click();
            says(director, "Saved as entry");

            speaks(director, exercise, tactical);
            director.navigate("/exercise/" + exercise);

            button(director, "^Send now: inject C1").click();
            reaches(tactical, "A lorry blocks the rendezvous point");
            assertThat(button(director, "^Send now: inject C1")).hasCount(0);

            select(director, "A minibus is stopped on Estuary Road");
            says(director, "Send it when its cue is given: When any cell tells Avocet Lodge to drive out");
            looks.at(director, "cue");
            director.keyboard().press("F9");
            reaches(tactical, "A minibus is stopped on Estuary Road");

            select(director, "Who has the six on oxygen?");
            says(director, "Comes by itself when Tactical has not acknowledged 13 by 10:32.");
            looks.at(director, "conditional");
            jumpTo(director, "10:21");
            pace(director, "6000");
            reaches(tactical, "Six residents need oxygen to travel");
            reaches(strategic, "Who has the six on oxygen?");
            says(director, "Came because Tactical had not acknowledged 13 by 10:32.");
            assertThat(strategic.getByText("had not acknowledged")).hasCount(0);
            looks.at(director, "because");

            director.keyboard().press("F2");
            choose(director, "Start from a template", "A sergeant wants an answer");
            assertThat(dialog(director).getByLabel("From, in the story")).hasValue("Police sergeant, north field");
            looks.as(director, "template");
            in(dialog(director), "^Send to players$").click();
            reaches(tactical, "A sergeant wants an answer");
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    /** A controller telephones before the inject's time: whoever is called has the text from then on, and what they answered is noted and corrected. */
    private static void speaks(Page director, String exercise, Page tactical) {
        director.navigate("/exercise/" + exercise + "/cards?card=2");
        says(director, "Police tactical commander, by telephone");
        button(director, "^Delivered by voice$").click();
        reaches(tactical, "Saltmarsh Haven asks: out or in?");
        says(director, "Spoken at 09:0");
        director.getByLabel("What was answered").fill("Stay out, drive off.");
        button(director, "^Note reply$").click();
        says(director, "Stay out, drive off.");
        director.getByLabel("Correction: what was really answered").fill("Go in, windows shut.");
        button(director, "^Note correction$").click();
        says(director, "Corrected since.");
    }

    private static void jumpTo(Page director, String time) {
        director.getByRole(AriaRole.MENUITEM, name("^Change the times"))
                .or(button(director, "^Change the times"))
                .first()
                .click();
        director.getByRole(AriaRole.MENUITEM, name("Jump the clock forward"))
                .first()
                .click();
        choose(director, "To", "A time of the story");
        dialog(director)
                .getByLabel("Time", new Locator.GetByLabelOptions().setExact(true))
                .fill(time);
        in(dialog(director), "^Jump forward$").click();
        assertThat(dialog(director)).hasCount(0);
    }

    private static void choose(Page director, String field, String words) {
        dialog(director)
                .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                .first()
                .click();
        director.getByRole(AriaRole.OPTION, name(words)).first().click();
    }

    private static void select(Page page, String title) {
        page.getByLabel("Find").first().fill(title);
        page.locator("vaadin-grid .ti .ell", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        assertThat(page.locator("#detail h2").filter(new Locator.FilterOptions().setHasText(title)))
                .isVisible();
        page.getByLabel("Find").first().fill("");
    }

    private static void reaches(Page player, String title) {
        assertThat(player.getByRole(AriaRole.HEADING, name(title.replace("?", ".")))
                        .first())
                .isVisible();
    }

    private static void says(Page page, String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }
}
