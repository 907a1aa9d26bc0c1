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
import static org.startex.testing.Screens.pick;
import static org.startex.testing.Screens.plan;
import static org.startex.testing.Screens.saved;
import static org.startex.testing.Screens.signIn;
import static org.startex.testing.Screens.written;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.StartexBrowserTest;

/**
 * The main trip through the screens: an exercise, what an evaluator saw of an apprentice, the hot debrief on three phones, two lessons, evidence, a development need, an improvement
 * record, and a second exercise in which one lesson holds and the other does not. Then back by links to the entry it all came from.
 */
@StartexBrowserTest
class MainTripBrowserIT {
    private static final String HELD = "Say a change of wind back";
    private static final String NOT_HELD = "One voice to the caravan park";

    private final Looks looks = new Looks("loop");

    @LocalServerPort
    int port;

    @Test
    void fromAnInjectToACapabilityThatIsTestedAgain() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page director = browsers.laptop();
            signIn(director, "director");
            Page evaluator = browsers.laptop();
            signIn(evaluator, "evaluator");
            Page apprentice = browsers.phone();
            signIn(apprentice, "apprentice");
            Page assessor = browsers.laptop();
            signIn(assessor, "assessor");

            String first = firstExercise(director, evaluator, apprentice, browsers);
            String entry = finding(director, first);
            lesson(director, HELD, true);
            lesson(director, NOT_HELD, false);
            evidence(apprentice, assessor);
            need(assessor);
            String record = improvement(director);
            secondExercise(director, browsers.phone());
            judged(director, HELD, "^Held: the change was seen");
            judged(director, NOT_HELD, "^Not held");

            director.navigate("/lessons/" + number(director, HELD));
            assertThat(director.getByText("Embedded").first()).isVisible();
            director.navigate("/lessons/" + number(director, NOT_HELD));
            assertThat(director.getByText("Opened again: it did not hold").first())
                    .isVisible();
            embedded(director, record);
            walksBackAndForward(director, record, entry);
            walksBackFromTheReport(director, first, entry);
            everyPartOfTheDebrief(director, first);
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private String firstExercise(Page director, Page evaluator, Page apprentice, Browsers browsers) {
        String exercise = plan(director, "caravan-site");
        pick(director, director.getByLabel("Person"), "P. Nair");
        director.getByLabel("Role").first().click();
        director.getByRole(AriaRole.OPTION, name("^Evaluator$")).click();
        button(director, "^Add person$").click();
        saved(director);
        String restCentre = code(director, "Rest centre");
        Page okonkwo = join(browsers.phone(), restCentre, "A. Okonkwo", "Borough council");
        Page hale = join(browsers.phone(), code(director, "Tactical"), "R. Hale", "Police");
        apprentice.navigate("/play/" + restCentre);
        button(apprentice, "^Join").click();
        written(apprentice);
        director.navigate("/exercise/" + exercise);
        button(director, "^STARTEX$").click();
        saved(director);
        pace(director, "6000");
        button(apprentice, "^Acknowledge").click();
        decide(apprentice, "Open the second hall", "Two hundred are on their way and one hall holds eighty");
        observe(evaluator, exercise);
        end(director, exercise);
        for (Page phone : List.of(okonkwo, hale, apprentice)) {
            hotDebrief(phone, phone == apprentice);
        }
        director.navigate("/exercise/" + exercise + "/debrief");
        director.getByRole(AriaRole.LINK, name("^Hot debrief")).first().click();
        assertThat(director.getByText("The second hall opened in time").first()).isVisible();
        director.navigate("/exercise/" + exercise + "/log");
        button(director, "^Seal the record").click();
        in(dialog(director), "^Seal the record$").click();
        assertThat(director.getByText("Sealed").first()).isVisible();
        return exercise;
    }

    private static void decide(Page page, String decision, String rationale) {
        button(page, "^Log a decision").click();
        page.getByLabel("What did you decide?").fill(decision);
        page.getByLabel(Pattern.compile("^Why\\?")).fill(rationale);
        button(page, "^Log decision").click();
        assertThat(page.getByText(Pattern.compile("Decision \\d+ logged")).first())
                .isVisible();
    }

    private void observe(Page page, String exercise) {
        page.navigate("/exercise/" + exercise + "/evaluate");
        page.getByText("Open the second hall").first().waitFor();
        looks.at(page, "evaluator");
        page.getByText("Open the second hall").first().click();
        in(page.getByRole(AriaRole.GROUP, name("^Rating$")), "challenges|some")
                .first()
                .click();
        page.getByRole(AriaRole.COMBOBOX, name("Find a KSB")).fill("S15");
        page.getByRole(AriaRole.OPTION, name("^S15 ")).click();
        page.getByLabel("Note: what you saw and heard").fill("Decided at once, and gave the reason");
        looks.at(page, "evaluator-observing");
        button(page, "^Record observation$").click();
        saved(page);
    }

    private static void end(Page page, String exercise) {
        page.navigate("/exercise/" + exercise);
        button(page, "^End exercise").click();
        in(dialog(page), "^End exercise$").click();
        assertThat(page.getByText("Ended, not sealed").first()).isVisible();
    }

    private void hotDebrief(Page page, boolean lookedAt) {
        assertThat(page.getByText("ENDEX").first()).isVisible();
        page.getByLabel("What went well?").fill("The second hall opened in time");
        page.getByLabel("What did not go well?").fill("Nobody told us that the wind had turned");
        page.getByLabel("What should we do differently?").fill("Say each change of wind back");
        page.getByLabel("With my name").check();
        if (lookedAt) {
            looks.as(page, "player-hot-debrief");
        }
        button(page, "^Send my answer").click();
        assertThat(page.getByText(Pattern.compile("^Sent")).first()).isVisible();
    }

    /** Writes a finding that cites the apprentice's decision, and says which entry that is. */
    private static String finding(Page page, String exercise) {
        page.navigate("/exercise/" + exercise + "/debrief");
        button(page, "^Write a finding").click();
        Locator form = dialog(page);
        form.getByLabel("What happened?").fill("The change of wind reached two cells of five");
        form.getByLabel("What was expected?").fill("Every cell knows within five minutes");
        form.getByLabel("Why does it matter?").fill("A care home kept its windows open under the cloud");
        pick(page, form.getByLabel("Theme"), "Information format and flow");
        pick(page, form.getByLabel("Entries that show it"), "Open the second hall");
        page.keyboard().press("Escape");
        in(form, "^Save the finding$").click();
        assertThat(form).isHidden();
        Locator entry = page.getByRole(AriaRole.LINK, name("^Entry \\d+")).first();
        assertThat(entry).isVisible();
        return entry.innerText().replaceAll("\\D", "");
    }

    /** From the finding on the screen to a lesson that is implemented and that the second scenario tests. */
    private static void lesson(Page page, String title, boolean skill) {
        String debrief = page.url();
        page.getByText("Make a lesson").first().click();
        page.getByLabel("The lesson in a line").fill(title);
        page.getByLabel("What should change").fill("Whoever hears of it says it back to whoever told it");
        if (skill) {
            page.getByLabel("It is about what people know or can do").check();
        }
        button(page, "^Identify lesson$").click();
        button(page, "^Accept").click();
        in(dialog(page), "^Accept lesson$").click();
        button(page, "^Add action").click();
        dialog(page).getByLabel("What is to be done").fill("Put it on the card of the duty officer");
        pick(page, dialog(page).getByLabel("Owner"), "G. Price");
        in(dialog(page), "^Add action$").click();
        button(page, "^Tick done").click();
        dialog(page).getByLabel("What shows it").fill("Card of June, page 2");
        in(dialog(page), "^Tick done$").click();
        button(page, "^Attach to an inject").click();
        pick(page, dialog(page).getByLabel("Scenario"), "Caravan site: warning and informing");
        pick(page, dialog(page).getByLabel("Inject"), "1, ");
        in(dialog(page), "^Attach to inject$").click();
        button(page, "^Say it is implemented").click();
        dialog(page).getByLabel("What shows it").fill("The card is in every cell");
        in(dialog(page), "^Say it is implemented$").click();
        assertThat(page.getByText("Implemented").first()).isVisible();
        page.navigate(debrief);
    }

    private static void evidence(Page apprentice, Page assessor) {
        apprentice.navigate("/competency");
        button(apprentice, "^To make evidence of").click();
        button(apprentice, "^Make evidence").click();
        dialog(apprentice).getByLabel("What it shows").fill("Decided in time on what was known, and said why");
        dialog(apprentice).getByLabel(Pattern.compile("^S15")).first().check();
        in(dialog(apprentice), "^Make evidence$").click();
        apprentice.waitForURL(Pattern.compile(".*/competency/evidence/.*"));

        assessor.navigate("/competency/queue");
        assessor.getByLabel("Why it shows it").fill("The reason is in the entry, and the time is right");
        button(assessor, "^Accept S15$").click();
        apprentice.reload();
        assertThat(apprentice.getByText("Accepted").first()).isVisible();
    }

    private static void need(Page assessor) {
        assessor.navigate("/competency/queue");
        assessor.getByRole(AriaRole.LINK, name("M. Okafor")).first().click();
        button(assessor, "^Raise a need").click();
        pick(assessor, dialog(assessor).getByLabel("Lesson about skill"), HELD);
        dialog(assessor).getByLabel("What is to be learned").fill("To say a message back before acting on it");
        in(dialog(assessor), "^Raise need$").click();
        assertThat(assessor.getByText("To say a message back before acting on it")
                        .first())
                .isVisible();
    }

    /** The partnership's scale, a step rated, and an improvement record from the lesson that will hold; says its address. */
    private static String improvement(Page page) {
        page.navigate("/lrc/scale");
        page.getByLabel("Label of step 1").fill("Not begun");
        page.getByLabel("Label of step 2").fill("In place");
        page.getByLabel("Where and why it was agreed").fill("Working group, June");
        button(page, "^Agree scale$").click();
        page.navigate("/lrc/step/6");
        button(page, "^Rate this step").click();
        dialog(page).getByLabel("Not begun").check();
        dialog(page).getByLabel("Why you think so").fill("Nobody has tried it");
        in(dialog(page), "^Record rating$").click();
        page.navigate("/lessons/" + number(page, HELD));
        page.getByText("Improve the capability because of this lesson").first().click();
        page.getByLabel("What changes, in a line").fill("Every cell says a warning back");
        page.getByLabel("Step", new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION).nth(5).click();
        page.getByLabel("Expected value").fill("Everybody knows within five minutes");
        page.getByLabel("How it will be judged").fill("The next exercise that warns");
        page.getByLabel("Owner’s role").fill("Duty officer");
        page.getByLabel("Due").fill("31/12/2030");
        page.keyboard().press("Tab");
        button(page, "^Propose record$").click();
        page.waitForURL(Pattern.compile(".*/lrc/record/\\d+"));
        act(page, "^Agree", "^Agree record$");
        act(page, "^Begin", "^Record as under way$");
        button(page, "^Done").click();
        dialog(page).getByLabel("What shows that it is done").fill("The card is in every cell");
        in(dialog(page), "^Record as done$").click();
        assertThat(page.getByText("Done, to be tested").first()).isVisible();
        return page.url();
    }

    private static void act(Page page, String open, String submit) {
        button(page, open).click();
        in(dialog(page), submit).click();
        assertThat(dialog(page)).isHidden();
    }

    private static void secondExercise(Page director, Page phone) {
        String exercise = plan(director, "warning-and-informing");
        join(phone, code(director, "Care homes"), "S. Hartley", "County council");
        director.navigate("/exercise/" + exercise);
        button(director, "^STARTEX$").click();
        saved(director);
        assertThat(director.getByText(Pattern.compile("Delivered|Late|Seen|Due"))
                        .first())
                .isVisible();
        button(director, "^Pace").waitFor();
        pace(director, "6000");
        director.waitForTimeout(3000);
        end(director, exercise);
    }

    private static void judged(Page page, String lesson, String held) {
        page.navigate("/lessons/" + number(page, lesson));
        button(page, "^Judge").click();
        dialog(page).getByLabel(Pattern.compile(held)).check();
        dialog(page).getByLabel("How do you know?").fill("Seen by the evaluator in both cells");
        in(dialog(page), "^Save judgement$").click();
        assertThat(dialog(page)).isHidden();
    }

    private static void embedded(Page page, String record) {
        page.navigate(record);
        assertThat(page.getByText("An exercise has shown that its lesson holds").first())
                .isVisible();
        page.navigate("/lrc/step/6");
        assertThat(page.getByText(Pattern.compile("[Ee]mbedded")).first()).isVisible();
        assertThat(page.getByText("Nobody has tried it").first()).isVisible();
    }

    private static void walksBackAndForward(Page page, String record, String entry) {
        page.navigate(record);
        page.getByRole(AriaRole.LINK, name("^Entry " + entry + "(\\D|$)"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/log\\?entry=" + entry + ".*"));
        assertThat(page.getByText(Pattern.compile("[0-9a-f]{64}")).first()).isVisible();
        page.getByRole(AriaRole.LINK, name("^The change of wind reached"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/debrief\\?finding=.*"));
    }

    /** Opens the report as it was downloaded, and follows the link of the line that names the entry. */
    private static void walksBackFromTheReport(Page page, String exercise, String entry) throws IOException {
        page.navigate("/exercise/" + exercise + "/debrief?tab=reports");
        Download report = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, name("Post-exercise report.*PDF"))
                .first()
                .click());
        String link;
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(report.path()))) {
            link = links(pdf).stream()
                    .filter(to -> to.endsWith("/exercise/" + exercise + "/log?entry=" + entry))
                    .findFirst()
                    .orElseThrow();
        }
        page.navigate(link);
        assertThat(page.getByText(Pattern.compile("[0-9a-f]{64}")).first()).isVisible();
        assertThat(page.getByText("Open the second hall").first()).isVisible();
    }

    private static List<String> links(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI to) {
                    links.add(to.getURI());
                }
            }
        }
        return links;
    }

    private void everyPartOfTheDebrief(Page page, String exercise) {
        for (String part : List.of("findings", "hot", "timeline", "tempo", "lessons", "reports")) {
            page.navigate("/exercise/" + exercise + "/debrief?tab=" + part);
            page.locator("nav.tabs a[aria-current=page][href$='tab=" + part + "']")
                    .waitFor();
            looks.at(page, "debrief-" + part);
        }
    }

    /** The number of a lesson, by its title in the list. */
    private static String number(Page page, String title) {
        page.navigate("/lessons");
        Locator link = page.getByRole(AriaRole.LINK, name(title)).first();
        link.waitFor();
        return link.getAttribute("href").replaceAll("\\D", "");
    }
}
