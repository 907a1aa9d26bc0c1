package org.startex.conduct;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.ConductKind;
import org.startex.kernel.ExerciseTime;
import org.startex.kernel.MessageRules;
import org.startex.kernel.RatingScale;
import org.startex.scenario.AdHocTemplate;
import org.startex.scenario.Storyline;

/** A plan, part by part: the least that one is made of, or another plan, and what is different. */
public final class PlanBuilder {
    private String slug = "test";
    private String digest = "d1";
    private String title = "Test exercise";
    private String hazard = "Flood";
    private String aim = "To test.";
    private List<String> noDuffLines = List.of();
    private List<Place> places = List.of();
    private List<PlannedObjective> objectives = List.of();
    private List<PlannedPhase> phases = List.of();
    private List<PlannedInject> injects = List.of();
    private @Nullable RatingScale ratingScale;
    private List<AdHocTemplate> templates = List.of();
    private @Nullable MessageRules messageRules;
    private @Nullable ConductKind conduct;
    private List<Storyline> storylines = List.of();

    private PlanBuilder() {}

    /** A live flood exercise of three hours on 14 May 2026, timed, with nobody in it and nothing happening. */
    public static PlanBuilder aPlan() {
        return new PlanBuilder();
    }

    /** As this plan, which is one of this builder. */
    public static PlanBuilder like(Plan plan) {
        PlanBuilder like = new PlanBuilder();
        like.slug = plan.slug();
        like.digest = plan.digest();
        like.title = plan.title();
        like.hazard = plan.hazard();
        like.aim = plan.aim();
        like.noDuffLines = plan.noDuffLines();
        like.places = plan.places();
        like.objectives = plan.objectives();
        like.phases = plan.phases();
        like.injects = plan.injects();
        like.ratingScale = plan.ratingScale();
        like.templates = plan.templates();
        like.messageRules = plan.messageRules();
        like.conduct = plan.conduct();
        like.storylines = plan.storylines();
        return like;
    }

    public PlanBuilder of(String slug, String digest) {
        this.slug = slug;
        this.digest = digest;
        return this;
    }

    public PlanBuilder called(String title, String hazard, String aim) {
        this.title = title;
        this.hazard = hazard;
        this.aim = aim;
        return this;
    }

    public PlanBuilder noDuffLines(String... lines) {
        noDuffLines = List.of(lines);
        return this;
    }

    public PlanBuilder places(Place... cells) {
        places = List.of(cells);
        return this;
    }

    public PlanBuilder objectives(PlannedObjective... those) {
        objectives = List.of(those);
        return this;
    }

    public PlanBuilder phases(PlannedPhase... those) {
        phases = List.of(those);
        return this;
    }

    public PlanBuilder injects(List<PlannedInject> those) {
        injects = those;
        return this;
    }

    public PlanBuilder ratedOn(@Nullable RatingScale scale) {
        ratingScale = scale;
        return this;
    }

    public PlanBuilder templates(AdHocTemplate... those) {
        templates = List.of(those);
        return this;
    }

    public PlanBuilder messages(@Nullable MessageRules rules) {
        messageRules = rules;
        return this;
    }

    /** Its moves are begun by hand. */
    public PlanBuilder facilitated() {
        conduct = ConductKind.FACILITATED;
        return this;
    }

    public PlanBuilder storylines(List<Storyline> those) {
        storylines = those;
        return this;
    }

    public Plan plan() {
        return new Plan(
                slug,
                digest,
                title,
                hazard,
                "LIVE",
                aim,
                "OFFICIAL",
                "BLUE HERON",
                LocalDateTime.of(2026, 5, 14, 9, 0),
                ZoneId.of("Europe/London"),
                ExerciseTime.minutes(180),
                noDuffLines,
                places,
                objectives,
                phases,
                injects,
                Instant.parse("2026-05-14T08:00:00Z"),
                ratingScale,
                templates,
                messageRules,
                conduct,
                storylines);
    }
}
