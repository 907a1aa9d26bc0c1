package org.startex.ui.lrc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;
import org.startex.lessons.Held;
import org.startex.lrc.Improvement;
import org.startex.lrc.ImprovementAct;
import org.startex.lrc.ImprovementDraft;
import org.startex.lrc.ImprovementKind;
import org.startex.lrc.ImprovementService;
import org.startex.lrc.LrcAnswer;
import org.startex.lrc.RatingDraft;
import org.startex.lrc.ReadinessService;
import org.startex.lrc.ScaleDraft;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.people.PersonName;
import org.startex.testing.Browsers;
import org.startex.testing.LearnedLesson;
import org.startex.testing.Looks;
import org.startex.testing.Screens;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** Half a year of a partnership's capability in a real browser: every screen of the workspace, on a laptop, a tablet and a phone, light and dark, without a barrier. */
@StartexTest
@TestPropertySource(properties = "startex.test.lrc-browser=true") // moves time through half a year
class LrcBrowserIT {
    private static final int[] JANUARY = {3, 2, 2, 3, 2, 2, 1, 2};
    private static final int[] MARCH = {3, 3, 3, 3, 2, 2, 2, 1};

    private final Looks looks = new Looks("lrc");
    private Caller.SignedIn group = new Caller.SignedIn(PersonId.random(), Set.of());

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ReadinessService readiness;

    @Autowired
    ImprovementService improvements;

    @Autowired
    PeopleService people;

    @Autowired
    SettableTime time;

    @Test
    void halfAYearOfTheCapability() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        group = new Caller.SignedIn(director(), Set.of(InstallationRole.LRC_WORKING_GROUP));
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page laptop = browsers.laptop();
            Screens.signIn(laptop, "director");
            theFirstUseAsksForAScale(laptop);
            int record = halfAYear();
            everyScreen(laptop, record);
            aRecordIsAgreedByKeyboard(browsers.laptop(), record + 1);
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private PersonId director() {
        return people
                .directory(
                        new Caller.SignedIn(PersonId.random(), Set.of(InstallationRole.ADMINISTRATOR)), "director", 9)
                .stream()
                .filter(each -> each.username().equals("director"))
                .map(PersonName::person)
                .findFirst()
                .orElseThrow();
    }

    private void theFirstUseAsksForAScale(Page page) {
        page.navigate("/lrc");
        assertThat(page.getByText("No readiness scale yet").first()).isVisible();
        looks.at(page, "first-use");
        page.navigate("/lrc/scale");
        page.getByLabel("Label of step 1").fill("Not begun");
        page.getByLabel("Label of step 2").fill("Planned");
        page.getByLabel("What it takes to be at step 2").fill("Written and agreed, not yet tried");
        button(page, "Add a step").click();
        page.getByLabel("Label of step 3").fill("Exercised");
        looks.at(page, "scale-form");
        button(page, "Agree scale").click();
        assertThat(page.getByText("Where and why it was agreed: fill this in.")
                        .or(page.getByText("fill this in"))
                        .first())
                .isVisible();
        page.getByLabel("Where and why it was agreed").fill("Working group, 12 January");
        button(page, "Agree scale").click();
        assertThat(page.getByText("The scale is agreed.")).isVisible();
    }

    /** Ends in July; returns a record that was embedded, with one after it that is only proposed. */
    private int halfAYear() {
        time.set(Instant.parse("2026-01-12T10:00:00Z"));
        done(readiness.agree(
                group,
                new ScaleDraft(
                        List.of(
                                new ScaleDraft.Step("Not begun", "Talked about at most"),
                                new ScaleDraft.Step("Planned", "Written and agreed, not yet tried"),
                                new ScaleDraft.Step("Exercised", "Worked in an exercise"),
                                new ScaleDraft.Step("Relied on", "Worked in a real incident, or twice in exercises")),
                        1,
                        "Working group, 12 January")));
        rate(JANUARY, "As we saw it in January");
        done(readiness.note(
                group,
                7,
                1,
                0,
                "The parish councils, the Red Cross and the duty officers. Two of them asked to be rung first."));
        time.set(Instant.parse("2026-03-03T10:00:00Z"));
        rate(MARCH, "Reviewed in March");
        time.set(Instant.parse("2026-05-12T08:30:00Z"));
        LearnedLesson transport = LearnedLesson.accepted(context, "Ask what a vehicle can carry before it is sent");
        LearnedLesson homes = LearnedLesson.accepted(context, "Care homes are warned by a person, not by a siren");
        int embedded = propose(
                transport,
                "Transport for people on oxygen in the activation protocol",
                7,
                "Transport lead",
                "2026-07-02");
        int proposed = propose(
                transport, "One list of lift-equipped vehicles, kept weekly", 6, "Logistics lead", "2026-12-01");
        int reopened = propose(homes, "Care homes warned by phone tree", 7, "Care lead", "2026-05-20");
        propose(homes, "Method for external impact agreed", 8, "Evaluation lead", "2026-06-01");
        made(embedded);
        made(reopened);
        transport.implemented();
        homes.implemented();
        transport.testedAgain(Held.HELD);
        homes.testedAgain(Held.NOT_HELD);
        int scale = readiness.scale(group).orElseThrow().version();
        done(readiness.rate(
                group,
                7,
                new RatingDraft(scale, 3, "The protocol worked in Caravan site: 40 minutes, 55 before", embedded)));
        time.set(Instant.parse("2026-07-14T09:00:00Z"));
        assertThat(proposed).isEqualTo(embedded + 1);
        return embedded;
    }

    private void rate(int[] ranks, String reason) {
        int scale = readiness.scale(group).orElseThrow().version();
        for (int step = 1; step <= ranks.length; step++) {
            done(readiness.rate(group, step, new RatingDraft(scale, ranks[step - 1], reason, null)));
        }
    }

    private int propose(LearnedLesson learned, String title, int step, String owner, String due) {
        return Integer.parseInt(done(improvements.propose(
                group,
                learned.lesson().id(),
                new ImprovementDraft(
                        title,
                        new LrcCode("step-" + step),
                        null,
                        new LrcCode("response-spontaneous-volunteering"),
                        "Ask for the weight of what travels with a person, and whether the vehicle has a lift.",
                        new LrcCode("group-caravan-site-1"),
                        owner,
                        null,
                        LocalDate.parse(due),
                        "Nobody who needs oxygen waits for a second vehicle",
                        "Minutes from the call to the first vehicle that can carry them, in the next exercise",
                        ImprovementKind.INTERNAL_READINESS))));
    }

    private void made(int number) {
        for (ImprovementAct act : List.of(
                new ImprovementAct.Agree("Agreed on 12 May"),
                new ImprovementAct.Begin(""),
                new ImprovementAct.Finish("Version 3 of the protocol, page 4"))) {
            Improvement record = improvements.record(group, number).orElseThrow();
            done(improvements.act(group, number, record.changes(), act));
        }
    }

    private static String done(LrcAnswer answer) {
        return switch (answer) {
            case LrcAnswer.Done(String what) -> what;
            case LrcAnswer.Refused(var refusal) -> throw new AssertionError(refusal.message());
        };
    }

    private void everyScreen(Page page, int record) {
        page.navigate("/lrc");
        assertThat(page.getByText("What exercises have shown")).isVisible();
        looks.at(page, "overview");
        page.navigate("/lrc/step/7");
        assertThat(page.getByText("Questions of the manual")).isVisible();
        looks.at(page, "step");
        page.navigate("/lrc/groups");
        assertThat(page.getByText("Flood V").first()).isVisible();
        looks.at(page, "groups");
        page.navigate("/lrc/records");
        assertThat(page.getByText("Method for external impact agreed")).isVisible();
        looks.at(page, "records");
        page.navigate("/lrc/record/" + record);
        assertThat(page.getByText("Where it comes from")).isVisible();
        looks.at(page, "record");
        page.navigate("/lrc/scale");
        assertThat(page.getByText("The scale as it stands")).isVisible();
        looks.at(page, "scale");
    }

    private void aRecordIsAgreedByKeyboard(Page page, int record) {
        Screens.signIn(page, "director");
        page.navigate("/lrc/record/" + record);
        Locator agree = button(page, "Agree…");
        agree.focus();
        page.keyboard().press("Enter");
        assertThat(button(page, "Agree record")).isVisible();
        looks.at(page, "agree");
        page.keyboard().type("Agreed in July");
        button(page, "Agree record").press("Enter");
        assertThat(page.getByText("Agreed, G. Price")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
