package org.startex.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.startex.conduct.ExpectedStep;
import org.startex.conduct.FileRef;
import org.startex.conduct.InjectWords;
import org.startex.conduct.Place;
import org.startex.conduct.Plan;
import org.startex.conduct.PlanBuilder;
import org.startex.conduct.PlannedInject;
import org.startex.conduct.PlannedObjective;
import org.startex.conduct.PlannedPhase;
import org.startex.conduct.PlannedQuestion;
import org.startex.conduct.Post;
import org.startex.kernel.Addressee;
import org.startex.kernel.CellCode;
import org.startex.kernel.Channel;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.InjectNumber;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import org.startex.kernel.MessageRules;
import org.startex.kernel.ObjectiveCode;
import org.startex.kernel.RatingScale;
import org.startex.scenario.AdHocTemplate;
import org.startex.scenario.Condition;
import org.startex.scenario.InjectKind;
import org.startex.scenario.Storyline;
import org.startex.scenario.VoiceScript;

/** What the plans in the golden files say, from one version to the next. */
final class GoldenPlans {
    private static final CellCode REST_CENTRE = new CellCode("rest-centre");
    private static final InjectNumber FOUR = new InjectNumber("4");
    private static final InjectNumber THIRTEEN = new InjectNumber("13");
    private static final ExerciseTime LATER = ExerciseTime.minutes(82);

    private GoldenPlans() {}

    /** Before there were scales. */
    static Plan before() {
        return plan(null).plan();
    }

    static Plan rated() {
        return plan(scale()).plan();
    }

    static Plan ofEveryKind() {
        return everyKind(null);
    }

    static Plan withMessages() {
        return everyKind(new MessageRules(
                false,
                List.of(new MessageRules.Pair(REST_CENTRE, new CellCode("tactical"))),
                List.of("Environment Agency duty officer")));
    }

    static Plan facilitated() {
        return moves().plan();
    }

    static Plan withStoryline() {
        return moves().storylines(List.of(new Storyline("evacuation", "Shelter and transport", List.of(THIRTEEN))))
                .plan();
    }

    static Plan spoken() {
        return plan(scale())
                .injects(List.of(inject(
                        new InjectKind.Timed(),
                        Channel.PHONE,
                        new VoiceScript(
                                "Rest centre manager",
                                "Ambulance control",
                                "“We have six who need **oxygen** on the way.”",
                                "Says which vehicle, and when.",
                                VoiceScript.OnPage.WHEN_SPOKEN))))
                .plan();
    }

    private static PlanBuilder moves() {
        return plan(scale())
                .facilitated()
                .phases(new PlannedPhase(
                        "Move 1: warning",
                        ExerciseTime.ZERO,
                        List.of(
                                new PlannedQuestion("Who leads?", List.of()),
                                new PlannedQuestion("Which **coaches**?", List.of(REST_CENTRE))),
                        20));
    }

    private static Plan everyKind(@Nullable MessageRules messages) {
        return plan(scale())
                .injects(Stream.of(
                                new InjectKind.Timed(),
                                new InjectKind.Cued("When Tactical asks for the list"),
                                new InjectKind.Contingency(),
                                new InjectKind.Conditional(
                                        new Condition.Any(List.of(
                                                new Condition.All(List.of(
                                                        new Condition.Acknowledged(FOUR, REST_CENTRE),
                                                        new Condition.Decided(FOUR, null))),
                                                new Condition.ActionRaised(FOUR, null),
                                                new Condition.NotAcknowledged(
                                                        FOUR, REST_CENTRE, ExerciseTime.minutes(40)))),
                                        300_000_000,
                                        LATER))
                        .map(GoldenPlans::inject)
                        .toList())
                .templates(new AdHocTemplate(
                        "A reporter calls",
                        "Local radio",
                        List.of(Addressee.of("rest-centre")),
                        Channel.PHONE,
                        "“What do you tell people?”"))
                .messages(messages)
                .plan();
    }

    private static PlanBuilder plan(@Nullable RatingScale scale) {
        return PlanBuilder.aPlan()
                .of("caravan-site", "a".repeat(64))
                .called("Caravan site", "Release from an industrial site", "To test warning and informing.")
                .noDuffLines("Stop playing.", "Stay where you are.", "Real messages begin “No duff”.")
                .places(new Place(REST_CENTRE, "Rest centre", List.of(new Post("lead", "Rest centre manager"))))
                .objectives(new PlannedObjective(new ObjectiveCode("O1"), "Warn", "Within 20 minutes all are warned."))
                .phases(new PlannedPhase("Phase 1: warning", ExerciseTime.ZERO))
                .injects(List.of(inject(new InjectKind.Timed())))
                .ratedOn(scale);
    }

    private static PlannedInject inject(InjectKind kind) {
        return inject(kind, Channel.METHANE, null);
    }

    private static PlannedInject inject(InjectKind kind, Channel channel, @Nullable VoiceScript voice) {
        return new PlannedInject(
                THIRTEEN,
                LATER,
                List.of(Addressee.of("rest-centre/lead")),
                channel,
                List.of(new ObjectiveCode("O1")),
                List.of(new KsbCode("S15")),
                List.of(new LrcCode("step-6")),
                new InjectWords(
                        "Six residents need oxygen to travel",
                        "Ambulance control",
                        "We have six.",
                        List.of(new ExpectedStep(
                                ExerciseTime.minutes(92), Addressee.of("rest-centre"), "Finds transport.")),
                        "Say the number only when asked.",
                        List.of(map()),
                        voice),
                kind);
    }

    static FileRef map() {
        return new FileRef("map.svg", "image/svg+xml", 4321, "b".repeat(64));
    }

    private static RatingScale scale() {
        return new RatingScale(
                "met",
                "Met or not",
                List.of(new RatingScale.Step("met", "Met", 1), new RatingScale.Step("not", "Not met", 2)));
    }
}
