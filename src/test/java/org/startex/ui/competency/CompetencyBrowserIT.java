package org.startex.ui.competency;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.startex.competency.EvidenceService;
import org.startex.competency.LearnerService;
import org.startex.conduct.ConductService;
import org.startex.conduct.Joining;
import org.startex.conduct.JoiningService;
import org.startex.kernel.ClientId;
import org.startex.kernel.EntryRef;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.logbook.ActionWords;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.ObservationDraft;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.Screens;
import org.startex.testing.StartexBrowserTest;

/** Competency in a real browser: the apprentice makes evidence, the assessor judges it by keyboard, and both rate themselves; on a laptop, a tablet and a phone, light and dark. */
@StartexBrowserTest
@TestPropertySource(properties = "startex.test.competency-browser=true") // the apprentice has no record yet
class CompetencyBrowserIT {
    private final Looks looks = new Looks("competency");

    @LocalServerPort
    int port;

    @Autowired
    ConductService conduct;

    @Autowired
    JoiningService joining;

    @Autowired
    LogbookService logbook;

    @Autowired
    LearnerService learners;

    @Autowired
    EvidenceService evidence;

    @Autowired
    PeopleService people;

    @Test
    void theLoopFromAnExerciseToAJudgement() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        aSealedExercise();
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page newcomer = browsers.laptop();
            Screens.signIn(newcomer, "author");
            newcomer.navigate("/competency");
            assertThat(heading(newcomer, "Keep a record of what you can do")).isVisible();
            looks.at(newcomer, "enrol");

            Page apprentice = browsers.laptop();
            Screens.signIn(apprentice, "apprentice");
            makesEvidence(apprentice);
            Page assessor = browsers.laptop();
            Screens.signIn(assessor, "assessor");
            judgesByKeyboard(assessor);
            readsWhatCameOfIt(apprentice);
            ratesThemselves(apprentice);
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private void makesEvidence(Page page) {
        page.navigate("/competency");
        assertThat(heading(page, "Knowledge")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^S15: ")))
                .first()
                .click();
        assertThat(heading(page, "Make timely and evidence-based decisions.")).isVisible();
        looks.at(page, "matrix");
        page.getByRole(AriaRole.BUTTON, named("By duty")).click();
        looks.at(page, "duties");
        page.getByRole(AriaRole.BUTTON, named("Gaps")).click();
        looks.at(page, "gaps");
        page.navigate("/competency?show=proposals");
        assertThat(page.getByText("Walk those who can out by the north gate").first())
                .isVisible();
        looks.at(page, "proposals");
        page.getByRole(AriaRole.BUTTON, named("Make evidence of Decision 1")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("What it shows")
                .fill("I decided before the wind turned and wrote down what I relied on and why.");
        dialog.getByRole(AriaRole.CHECKBOX).first().check();
        looks.at(page, "make");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make evidence"))
                .click();
        assertThat(heading(page, "Evidence of M. Okafor")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Check against the record")).click();
        assertThat(page.getByText("It holds: entry")).isVisible();
        looks.at(page, "piece-learner");
    }

    private void judgesByKeyboard(Page page) {
        page.navigate("/competency/queue");
        assertThat(page.getByText("Your judgement for")).isVisible();
        looks.at(page, "queue");
        page.getByText("Your judgement for").click();
        page.keyboard().press("m");
        assertThat(page.getByLabel("What is missing")).isFocused();
        page.keyboard().type("What did you know of the wind then?");
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText("Nothing waits for you.")).isVisible();
        looks.at(page, "queue-empty");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("M. Okafor"))
                .click();
        assertThat(heading(page, "M. Okafor")).isVisible();
        looks.at(page, "learner");
    }

    private void readsWhatCameOfIt(Page page) {
        page.navigate("/competency?show=pieces");
        looks.at(page, "pieces");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decision 1"))
                .first()
                .click();
        assertThat(page.getByText("What did you know of the wind then?")).isVisible();
        looks.at(page, "piece-more-wanted");
        page.navigate("/competency?show=assessors");
        looks.at(page, "assessors");
        page.navigate("/competency?show=needs");
        looks.at(page, "needs");
        page.navigate("/competency/roles");
        looks.at(page, "roles");
    }

    private void ratesThemselves(Page page) {
        page.navigate("/competency/nos");
        assertThat(heading(page, "Respond to emergencies")).isVisible();
        looks.at(page, "nos");
        page.getByRole(AriaRole.BUTTON, named("Rate yourself: Respond to emergencies"))
                .click();
        assertThat(heading(page, "Skills and behaviours")).isVisible();
        rates(page, 1, 4);
        rates(page, 2, 7);
        page.getByRole(AriaRole.BUTTON, named("Finish round")).first().click();
        Screens.in(Screens.dialog(page), "^Finish round$").click();
        assertThat(page.getByText("2 rated")).isVisible();
        page.navigate("/competency/nos");
        page.getByRole(AriaRole.BUTTON, named("Rate yourself: Respond to emergencies"))
                .click();
        rates(page, 1, 6);
        assertThat(page.getByText("4 before, up by 2")).isVisible();
        looks.at(page, "nos-round");
    }

    private static void rates(Page page, int element, int rating) {
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Rate element " + element + " from"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("" + rating).setExact(true))
                .click();
        assertThat(page.getByText("Saved: " + rating).first()).isVisible();
    }

    private void aSealedExercise() {
        Caller.SignedIn director = caller("director", InstallationRole.EXERCISE_DIRECTOR);
        Caller.SignedIn evaluator = caller("evaluator");
        Caller.SignedIn apprentice = caller("apprentice");
        ExerciseId id = conduct.plan(director, "caravan-site", "Caravan site, May", Instant.now());
        done(client -> conduct.giveRole(director, id, client, evaluator.person(), ExerciseRole.EVALUATOR));
        String code = joining.codes(director, id).stream()
                .filter(each -> each.cell() != null && each.cell().value().equals("tactical"))
                .findFirst()
                .orElseThrow()
                .code();
        Joining.Result joined = joining.join(apprentice, new Joining.Request(code, "", "", "", "192.0.2.9"));
        assertThat(joined).isInstanceOf(Joining.Result.Joined.class);
        ParticipantId player = ((Joining.Result.Joined) joined).participant();
        done(client -> conduct.start(director, id, client));
        long inject = conduct.exercise(Caller.PROGRAM, id)
                .content()
                .orElseThrow()
                .delivered()
                .getFirst()
                .seq();
        done(client -> logbook.logDecision(
                apprentice,
                id,
                client,
                new DecisionDraft(
                        inject,
                        List.of(inject),
                        "Walk those who can out by the north gate; people on oxygen wait for transport",
                        "The wind turns at 10:45 and walking takes 12 minutes. Waiting for vehicles puts everyone at risk.",
                        "Shelter in the clubhouse",
                        "The north field is clear by 10:40",
                        List.of(new ActionWords("Ring the care homes", "M. Okafor", "10:30")),
                        ""),
                Instant.now()));
        long decision = logbook.decisions(Caller.PROGRAM, id).getFirst().seq();
        done(client -> logbook.observe(
                evaluator,
                id,
                client,
                new ObservationDraft(
                        decision,
                        List.of(),
                        List.of(new KsbCode("S15"), new KsbCode("B3")),
                        List.of(player),
                        "P",
                        List.of(),
                        "Asked for the wind forecast before deciding",
                        ""),
                Instant.now()));
        done(client -> conduct.end(director, id, client, ""));
        done(client -> conduct.seal(director, id, client));
        Caller.SignedIn assessor = caller("assessor", InstallationRole.ASSESSOR);
        EntryRef observation = new EntryRef(
                id, logbook.observations(Caller.PROGRAM, id).getFirst().seq());
        var made = evidence.submit(
                apprentice, observation, 0, "An evaluator saw me ask before I decided.", Set.of(new KsbCode("B3")));
        assertThat(made).isInstanceOf(org.startex.competency.Change.Done.class);
        var piece = evidence.queue(assessor).getFirst().piece();
        evidence.judge(
                assessor,
                piece.id(),
                new KsbCode("B3"),
                org.startex.competency.Judgement.ACCEPTED,
                "Seen and noted at the time",
                piece.read());
    }

    private Caller.SignedIn caller(String username, InstallationRole... roles) {
        return new Caller.SignedIn(
                people.colleague(Caller.PROGRAM, username).orElseThrow().person(), Set.of(roles));
    }

    private static void done(Function<ClientId, CompletableFuture<Answer>> act) {
        assertThat(act.apply(ClientId.random()).orTimeout(10, TimeUnit.SECONDS).join())
                .isInstanceOf(Answer.Done.class);
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
