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

/** A tabletop in Flood V: the facilitator begins a move and opens its questions; two at one table write one answer and see each other's. */
@StartexBrowserTest
class TabletopBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void theFacilitatorBeginsAMoveAndTablesAnswerItsQuestionsTogether() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("tabletop");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page facilitator = browsers.laptop();
            signIn(facilitator, "director");
            String exercise = plan(facilitator, "flood-v");
            assertThat(facilitator.getByText("Facilitated conduct").first()).isVisible();
            String utilities = code(facilitator, "Utilities");
            String voluntary = code(facilitator, "Voluntary sector");
            Page field = join(browsers.phone(), utilities, "A. Field", "Northmarch Power");
            Page moss = join(browsers.phone(), utilities, "B. Moss", "Vell Water");
            Page lane = join(browsers.phone(), voluntary, "C. Lane", "Red Cross");
            facilitator.navigate("/exercise/" + exercise);
            button(facilitator, "^STARTEX$").click();

            Locator panel = facilitator.locator("section.move");
            assertThat(panel).containsText("Move 1 of 4");
            in(panel, "^Begin Move 2").click();
            assertThat(dialog(facilitator)).containsText("have not left");
            in(dialog(facilitator), "^Begin move 2$").click();
            assertThat(panel).containsText("Move 2 of 4");
            assertThat(field.getByText("Move 2: the night it comes").first()).isVisible();

            in(panel, "^Open questions").click();
            dialog(facilitator).getByLabel("Minutes to discuss").fill("3");
            looks.as(facilitator, "open-questions");
            in(dialog(facilitator), "^Open to the tables$").click();
            assertThat(panel).containsText("0 of 6 tables");
            assertThat(panel.locator(".move-time sx-countdown")).containsText("2:5");

            assertThat(question(field)).containsText("leave now, leave at a given time");
            in(question(field), "^Write the answer$").click();
            in(question(moss), "^Write the answer$").click();
            question(field).locator("textarea").fill("Mill Street leaves by 22:00.");
            question(moss).locator("textarea").fill("Wharf Streets go upstairs.");
            in(question(field), "^Save for the table$").click();
            assertThat(question(moss)).containsText("A. Field has saved an answer meanwhile");
            looks.at(moss, "player-collision");
            in(question(moss), "^Put both together$").click();
            in(question(moss), "^Save for the table$").click();
            assertThat(question(field)).containsText("Wharf Streets go upstairs.");
            assertThat(question(field)).containsText("B. Moss");
            assertThat(question(field)).containsText("version 2");
            assertThat(question(lane)).not().containsText("Mill Street leaves by 22:00.");
            in(question(lane), "^Write the answer$").click();
            question(lane).locator("textarea").fill("Wardens knock until 21:00.");
            in(question(lane), "^Save for the table$").click();

            Locator first = panel.locator("details").first();
            assertThat(first).containsText("2 of 6 tables");
            first.locator("summary").click();
            assertThat(first).containsText("Mill Street leaves by 22:00.");
            assertThat(first).containsText("Wardens knock until 21:00.");
            assertThat(first.getByText("Not answered yet")).hasCount(4);
            looks.at(facilitator, "control-room");

            Page wall = facilitator.context().newPage();
            wall.navigate("/exercise/" + exercise + "/wall");
            assertThat(wall.getByRole(AriaRole.HEADING, name("Questions for the tables")))
                    .isVisible();
            assertThat(wall.locator(".wall-questions")).containsText("leave now, leave at a given time");
            looks.at(wall, "wall");

            in(panel, "^\\+5 minutes$").click();
            assertThat(panel.locator(".move-time sx-countdown")).containsText("7:");
            in(panel, "^Close the discussion$").click();
            assertThat(panel).containsText("The discussion is closed");
            assertThat(lane.getByText("The discussion is over").first()).isVisible();
            assertThat(wall.locator(".wall-questions")).isHidden();
            in(question(lane), "^Change the answer$").click();
            question(lane).locator("textarea").fill("Wardens knock until 21:30.");
            in(question(lane), "^Save for the table$").click();
            assertThat(question(lane)).containsText("after the discussion");
            assertThat(first).containsText("After the discussion");
            looks.at(lane, "player-closed");
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    /** The first question of move 2, as a player has it. */
    private static Locator question(Page player) {
        return player.locator("[data-question='2.1']");
    }
}
