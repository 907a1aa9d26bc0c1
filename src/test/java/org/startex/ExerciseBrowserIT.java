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
import static org.startex.testing.Screens.saved;
import static org.startex.testing.Screens.signIn;
import static org.startex.testing.Screens.signInOnThePage;
import static org.startex.testing.Screens.tab;
import static org.startex.testing.Screens.written;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.runtime.Program;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;

/** The first whole trip, in a real browser with six people at once: plan, join, STARTEX, injects by themselves, decisions, no duff, ENDEX, seal, verify. */
@StartexBrowserTest
class ExerciseBrowserIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Looks looks = new Looks("exercise");

    @LocalServerPort
    int port;

    @Test
    void anExerciseFromPlanToSeal() throws IOException {
        Files.createDirectories(PICTURES);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page director = browsers.laptop();
            look(director, "/sign-in", "sign-in");
            signInOnThePage(director, "director");
            looks.at(director, "exercises-empty");
            String exercise = plan(director, "caravan-site");
            looks.at(director, "plan");
            String restCentre = code(director, "Rest centre");
            String tactical = code(director, "Tactical");
            String any = code(director, "Any cell");

            Page okafor = join(browsers.phone(), restCentre, "A. Okonkwo", "Borough council");
            Page lindqvist = join(browsers.phone(), restCentre, "S. Lindqvist", "British Red Cross");
            Page price = join(browsers.phone(), tactical, "R. Hale", "Police");
            Page apprentice = browsers.phone();
            signIn(apprentice, "apprentice");
            apprentice.navigate("/play/" + any);
            apprentice.getByRole(AriaRole.BUTTON, name("^Join")).click();
            written(apprentice);
            looks.at(okafor, "player-before-startex");

            director.navigate("/exercise/" + exercise);
            looks.at(director, "control-room-planned");
            button(director, "^Admit").first().click();
            dialog(director)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Admit ")))
                    .click();
            saved(director);
            button(director, "^STARTEX$").click();
            saved(director);
            pace(director, "6000");

            Locator inject =
                    okafor.getByRole(AriaRole.BUTTON, name("^Acknowledge")).first();
            assertThat(inject).isVisible();
            looks.at(okafor, "player-feed");
            inject.click();
            assertThat(okafor.getByText(Pattern.compile("^Acknowledged ")).first())
                    .isVisible();
            assertThat(price.getByRole(AriaRole.BUTTON, name("^Acknowledge")).first())
                    .isVisible();

            pauseAt(director);
            decide(okafor, "Open the second hall", "Two hundred are on their way and one hall holds eighty");
            assertThat(lindqvist
                            .getByRole(AriaRole.BUTTON, name("^Acknowledge"))
                            .first())
                    .isVisible();
            tab(lindqvist, "Decisions");
            assertThat(lindqvist.getByText("Open the second hall").first()).isVisible();
            looks.at(lindqvist, "player-decisions");
            tab(price, "Decisions");
            assertThat(price.getByText("Open the second hall")).hasCount(0);
            assertThat(director.getByText(Pattern.compile("Decision 1")).first())
                    .isVisible();
            looks.at(director, "control-room-paused");
            tellTheHall(director, browsers.laptop(), exercise);
            button(director, "^Resume").first().click();

            noDuff(price, List.of(director, okafor, lindqvist, apprentice));
            clear(director);
            assertThat(okafor.getByText("Adult collapsed at the main door").first())
                    .isHidden();

            adHoc(director);
            assertThat(okafor.getByText("A reporter is at the door").first()).isVisible();
            assertThat(price.getByText("A reporter is at the door")).hasCount(0);
            button(director, "^Resume").first().click();
            saved(director);

            director.navigate("/exercise/" + exercise);
            button(director, "^End exercise").click();
            dialog(director)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End exercise"))
                    .click();
            assertThat(okafor.getByText("ENDEX").first()).isVisible();
            late(okafor);

            director.navigate("/exercise/" + exercise + "/log");
            looks.at(director, "log");
            button(director, "^Seal the record").click();
            dialog(director)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Seal the record"))
                    .click();
            button(director, "^Verify").click();
            assertThat(director.getByText(Pattern.compile("Intact and sealed")).first())
                    .isVisible();
            looks.at(director, "log-sealed");
            looks.at(okafor, "player-sealed");
            look(director, "/", "exercises");
            look(director, "/library", "library");
            look(director, "/library/caravan-site", "scenario");
            director.navigate("/exercise/" + exercise + "/log");
            Path file = PICTURES.resolve("export.jsonl");
            Download download = director.waitForDownload(
                    () -> director.getByText("Export (.jsonl)").click());
            download.saveAs(file);
            assertThat(Program.run(Startex.class, "verify", file.toString())).isZero();
            assertThat(Files.readString(file)).contains("A reporter is at the door");
            assertThat(okafor.getByText("sealed").first()).isVisible();
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private static void pauseAt(Page page) {
        button(page, "^Pause").first().click();
        assertThat(button(page, "^Resume").first()).isVisible();
    }

    private static void decide(Page page, String decision, String rationale) {
        page.getByRole(AriaRole.BUTTON, name("^Log a decision")).first().click();
        page.getByLabel("What did you decide?").fill(decision);
        page.getByRole(AriaRole.BUTTON, name("^Log decision")).click();
        assertThat(page.getByText("Say why").first()).isVisible();
        page.getByLabel(Pattern.compile("^Why\\?")).fill(rationale);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("player-decision.png")));
        page.getByRole(AriaRole.BUTTON, name("^Log decision")).click();
        assertThat(page.getByText(Pattern.compile("Decision \\d+ logged")).first())
                .isVisible();
    }

    private void noDuff(Page caller, List<Page> others) {
        caller.getByRole(AriaRole.BUTTON, name("^No duff")).first().click();
        caller.getByRole(AriaRole.TEXTBOX).last().fill("Adult collapsed at the main door. 999 called.");
        caller.getByRole(AriaRole.BUTTON, name("Stop play for a real incident")).click();
        for (Page page : others) {
            assertThat(page.getByText("Adult collapsed at the main door", new Page.GetByTextOptions())
                            .first())
                    .isVisible();
        }
        looks.at(others.get(0), "no-duff-control");
        looks.at(others.get(1), "no-duff-player");
    }

    private static void clear(Page page) {
        page.getByLabel("Why is it safe to go on?").fill("Ambulance crew has the patient");
        button(page, "^Clear and stay paused").click();
        dialog(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear and stay paused"))
                .click();
        assertThat(button(page, "^Resume").first()).isVisible();
    }

    private static void adHoc(Page page) {
        button(page, "^Write an inject").first().click();
        Locator dialog = dialog(page);
        dialog.getByLabel("Title").fill("A reporter is at the door");
        dialog.getByLabel("From, in the story").fill("Reception");
        dialog.getByLabel("To", new Locator.GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION, name("^Rest centre$")).click();
        page.keyboard().press("Escape");
        dialog.getByLabel("Text", new Locator.GetByLabelOptions().setExact(true))
                .fill("She wants to speak to **whoever is in charge**.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send to players"))
                .click();
        saved(page);
    }

    /** The wall follows by itself. */
    private void tellTheHall(Page director, Page wall, String exercise) {
        signIn(wall, "director");
        wall.navigate("/exercise/" + exercise + "/wall");
        assertThat(wall.getByText("Nothing has been told yet").first()).isVisible();
        director.getByRole(AriaRole.MENUITEM, name("^More")).first().click();
        director.getByRole(AriaRole.MENUITEM, name("^Tell the hall")).click();
        dialog(director).getByLabel("Situation").fill("The cloud moves east over the south field. Two cells shelter.");
        dialog(director).getByLabel("Next briefing").fill("09:40, main hall");
        in(dialog(director), "^Show on the wall$").click();
        assertThat(wall.getByText("09:40, main hall")).isVisible();
        assertThat(wall.getByText("Open the second hall").first()).isVisible();
        looks.at(wall, "wall");
        wall.close();
    }

    private static void late(Page page) {
        tab(page, "Feed");
        page.getByRole(AriaRole.BUTTON, name("^Log a decision")).first().click();
        page.getByLabel("What did you decide?").fill("Keep the hall open overnight");
        page.getByLabel(Pattern.compile("^Why\\?")).fill("Sixty have nowhere else to go");
        page.getByLabel(Pattern.compile("^Why is it logged after ENDEX")).fill("The phone had no signal");
        page.getByRole(AriaRole.BUTTON, name("^Log decision")).click();
        assertThat(page.getByText(Pattern.compile("Decision \\d+ logged")).first())
                .isVisible();
    }

    private void look(Page page, String path, String picture) {
        page.navigate(path);
        looks.at(page, picture);
    }
}
