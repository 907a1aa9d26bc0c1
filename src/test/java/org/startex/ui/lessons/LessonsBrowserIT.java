package org.startex.ui.lessons;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.startex.debrief.Finding;
import org.startex.debrief.FindingAnswer;
import org.startex.debrief.FindingDraft;
import org.startex.debrief.FindingService;
import org.startex.lessons.Held;
import org.startex.lessons.Lesson;
import org.startex.lessons.LessonAnswer;
import org.startex.lessons.LessonDraft;
import org.startex.lessons.LessonService;
import org.startex.lessons.LessonTest;
import org.startex.testing.Browsers;
import org.startex.testing.Looks;
import org.startex.testing.PlayedExercise;
import org.startex.testing.Screens;
import org.startex.testing.SettableTime;
import org.startex.testing.StartexTest;

/** The screens of lessons in a real browser: wide, on a tablet and on a phone, light and dark, without a barrier; and a lesson moved on by keys alone. */
@StartexTest
class LessonsBrowserIT {
    private final Looks looks = new Looks("lessons");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    FindingService findings;

    @Autowired
    LessonService lessons;

    @Autowired
    SettableTime time;

    @Test
    void everyScreenInEveryForm() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        PlayedExercise first = PlayedExercise.ended(context);
        Finding finding = found(first);
        List<Lesson> all = lessonsInEveryState(first, finding);
        try (Browsers browsers = new Browsers("http://localhost:" + port)) {
            Page page = browsers.laptop();
            Screens.signIn(page, "director");
            everyScreen(page, all, finding);
            acceptedByKeys(browsers.laptop(), all.getFirst());
            assertThat(browsers.errors()).isEmpty();
            looks.nothingInTheWay();
        }
    }

    private void everyScreen(Page page, List<Lesson> all, Finding finding) {
        page.navigate("/lessons");
        assertThat(page.getByText(all.getFirst().title()).first()).isVisible();
        looks.at(page, "list");
        pressed(page, "Board");
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
        looks.at(page, "board");
        pressed(page, "My actions");
        assertThat(page.getByText("Draw up the list of closures").first()).isVisible();
        looks.at(page, "mine");
        for (Lesson lesson : all) {
            page.navigate("/" + LessonNavigation.lesson(lesson.number()));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(lesson.title())))
                    .isVisible();
            looks.at(page, "lesson-" + lesson.number());
        }
        page.navigate("/" + LessonNavigation.identify(finding.id()));
        assertThat(page.getByLabel("The lesson in a line")).isVisible();
        looks.at(page, "new");
    }

    private static void pressed(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private void acceptedByKeys(Page page, Lesson lesson) {
        Screens.signIn(page, "director");
        page.navigate("/" + LessonNavigation.lesson(lesson.number()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept…"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("The partnership will make this change.")).isVisible();
        looks.at(page, "accept");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept lesson"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("The partnership will make this change.")).isHidden();
        assertThat(page.getByText("Attach to an inject…")).isVisible();
        page.getByText("Attach to an inject…").click();
        assertThat(page.getByText("Each exercise planned from this scenario")).isVisible();
        looks.at(page, "attach");
    }

    private Finding found(PlayedExercise first) {
        return switch (findings.record(
                first.evaluator(),
                first.id(),
                new FindingDraft(
                        "The forecast of the wind reached two cells of five. Care homes heard of it from the radio.",
                        "A change that matters reaches every cell within five minutes.",
                        "Tern House kept its windows open for twenty minutes under the cloud.",
                        "Communication",
                        false,
                        List.of(first.inject().seq(), first.decision())))) {
            case FindingAnswer.Done done -> done.finding();
            case FindingAnswer.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** Waiting, overdue with an action, opened again, to be judged, embedded, declined. */
    private List<Lesson> lessonsInEveryState(PlayedExercise first, Finding finding) {
        Lesson waiting = identified(first, finding, "Two people hold the keys of the rest centre", false);
        Lesson overdue = accepted(first, finding, "Keep a list of lanes to close, by wind", true);
        done(lessons.addAction(
                first.director(),
                overdue.id(),
                "Draw up the list of closures",
                first.director().person(),
                LocalDate.of(2026, 5, 20)));
        done(lessons.addAction(
                first.director(),
                overdue.id(),
                "Agree it with the highways authority",
                first.apprentice().person(),
                LocalDate.of(2026, 9, 30)));
        Lesson reopened = attached(first, finding, "A change of advice is told to every cell, and said back");
        Lesson judging = attached(first, finding, "Visitors are on somebody's list");
        Lesson embedded = attached(first, finding, "The first message has a line for each place");
        Lesson declined = identified(first, finding, "Buy a second siren for the touring field", false);
        done(lessons.decline(
                first.director(), declined.id(), "A siren is no use to people who do not hear it; see lesson 4."));
        time.advance(Duration.ofDays(30));
        PlayedExercise second = PlayedExercise.ended(context);
        judged(second, reopened, Held.NOT_HELD, "The care homes heard of the wind on the radio again.");
        judged(second, embedded, Held.HELD, "One line for each place, on every channel, within eight minutes.");
        return List.of(waiting, overdue, reopened, judging, embedded, declined);
    }

    private Lesson identified(PlayedExercise first, Finding finding, String title, boolean skill) {
        return done(lessons.identify(
                first.evaluator(),
                finding.id(),
                new LessonDraft(
                        title,
                        "One person passes every change on to **each** cell, hears it said back, and writes down when.",
                        finding.theme(),
                        skill)));
    }

    private Lesson accepted(PlayedExercise first, Finding finding, String title, boolean skill) {
        Lesson lesson = identified(first, finding, title, skill);
        done(lessons.accept(first.director(), lesson.id(), "Agreed at the working group of 13 May"));
        return done(
                lessons.plan(first.director(), lesson.id(), first.controller().person(), LocalDate.of(2026, 6, 1)));
    }

    private Lesson attached(PlayedExercise first, Finding finding, String title) {
        Lesson lesson = accepted(first, finding, title, false);
        time.advance(Duration.ofHours(1));
        done(lessons.implemented(first.controller(), lesson.id(), "Briefed to all duty officers on 25 May"));
        return done(lessons.attach(
                first.director(), lesson.id(), "caravan-site", first.inject().number()));
    }

    private void judged(PlayedExercise second, Lesson lesson, Held held, String why) {
        LessonTest test = lessons.tests(second.director(), second.id()).stream()
                .filter(one -> one.id().lesson().equals(lesson.id()))
                .findFirst()
                .orElseThrow();
        done(lessons.judge(second.evaluator(), test.id(), held, why, List.of(second.decision())));
    }

    private static Lesson done(LessonAnswer answer) {
        assertThat(answer).isInstanceOf(LessonAnswer.Done.class);
        return ((LessonAnswer.Done) answer).lesson();
    }
}
