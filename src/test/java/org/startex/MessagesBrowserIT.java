package org.startex;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.startex.testing.Screens.button;
import static org.startex.testing.Screens.dialog;
import static org.startex.testing.Screens.in;
import static org.startex.testing.Screens.tab;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;
import org.startex.testing.TwoCells;

/** Players write to control and to each other's cell, ask an outside body and reply to an inject; a controller answers as the body, and as control. */
@StartexBrowserTest
class MessagesBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aCellAsksABodyOutsideIsAnsweredByControlWritesToAnotherCellAndRepliesToAnInject() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Looks looks = new Looks("messages");
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            TwoCells cells = TwoCells.joined(browsers);
            Page director = cells.director();
            Page hale = cells.hale();
            Page okafor = cells.okafor();
            director.navigate("/exercise/" + cells.exercise());
            button(director, "^STARTEX$").click();

            asks(hale, looks);
            answers(director, looks);
            assertThat(hale.getByText("south-westerly until four").first()).isVisible();
            assertThat(hale.getByText("Answered").first()).isVisible();
            assertThat(hale.getByText("Director")).hasCount(0);

            button(hale, "^Write a message").click();
            hale.getByLabel("Rest centre").check();
            hale.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .fill("Forty people are on their way to you.");
            button(hale, "^Send message").click();
            tab(okafor, "Messages");
            assertThat(okafor.getByText("Forty people are on their way").first())
                    .isVisible();
            button(okafor, "^Reply to Tactical").click();
            okafor.locator("#message-text").fill("We are ready for thirty.");
            button(okafor, "^Send message").click();
            assertThat(hale.getByText("We are ready for thirty.").first()).isVisible();
            looks.at(okafor, "player-thread");

            tab(hale, "Feed");
            button(hale, "^Acknowledge").click();
            hale.locator("article .fold").first().click();
            button(hale, "^Reply: ").click();
            hale.locator("#message-text").fill("Tell them to stay indoors.");
            button(hale, "^Send message").click();
            director.locator("#messages-heading").click(); // nothing moves while somebody is at the list
            assertThat(hale.getByText("The message was not sent")).hasCount(0);
            assertThat(director.locator("sx-calm .threads")
                            .getByText("Tell them to stay indoors.")
                            .first())
                    .isVisible();
            looks.at(director, "control-room");
            assertThat(browsers.errors()).isEmpty();
        }
        looks.nothingInTheWay();
    }

    private static void asks(Page player, Looks looks) {
        tab(player, "Messages");
        button(player, "^Write a message").click();
        player.getByLabel("Somebody outside").check();
        player.getByLabel("Whom do you ask?").fill("Met Office duty forecaster");
        player.getByLabel("What do you ask?").fill("Where does the wind go this afternoon?");
        looks.at(player, "player-asks");
        button(player, "^Ask$").click();
        assertThat(player.getByText("Waiting for an answer").first()).isVisible();
    }

    private static void answers(Page director, Looks looks) {
        assertThat(director.getByText("1 message to control unread")).hasCount(1);
        button(director, "^Messages: 1 unread, 1 waiting").click();
        assertThat(director.getByText("Waiting 0:").first()).isVisible();
        button(director, "^Tactical and Met Office duty forecaster").click();
        in(dialog(director), "^Take it").click();
        assertThat(dialog(director).getByText("is answering").first()).isVisible();
        dialog(director).locator("textarea").fill("The wind stays south-westerly until four.");
        looks.as(director, "control-answers");
        in(dialog(director), "^Send answer").click();
        assertThat(dialog(director).getByText("played by").first()).isVisible();
        in(dialog(director), "^Close").click();
    }
}
