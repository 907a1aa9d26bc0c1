package org.startex.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.startex.kernel.ExerciseRole;
import org.startex.logbook.Decision;
import org.startex.logbook.DecisionDraft;
import org.startex.logbook.DecisionForDraft;
import org.startex.logbook.LogbookService;
import org.startex.logbook.LoggistService;
import org.startex.people.Caller;

/** What a loggist logs comes to its maker's page, is answered there, and the whole cell sees both. */
@FeedTest
class MakersWordTest {
    @Autowired
    Stage stage;

    @Autowired
    LoggistService loggists;

    @Autowired
    LogbookService logbook;

    private Stage.Exercise exercise;
    private Caller loggist;
    private Stage.Player maker;
    private Page mine;

    @BeforeEach
    void aLoggistAndAMakerWithTheirPage() {
        exercise = stage.started();
        loggist = stage.person("evaluator");
        exercise.act(id -> stage.conduct.giveRole(
                exercise.director(), exercise.id(), id, ((Caller.SignedIn) loggist).person(), ExerciseRole.LOGGIST));
        maker = exercise.join(Stage.REST_CENTRE);
        mine = exercise.resumed(maker);
    }

    @Test
    void aDecisionLoggedForAPlayerIsConfirmedOnTheirPage() {
        Page colleague = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        logsForTheMaker();

        Page.Frame entry = mine.nextEntry("decision");
        assertThat(entry.json().get("mine").booleanValue()).isFalse();
        assertThat(entry.body().get("maker").get("participant").stringValue())
                .isEqualTo(maker.participant().toString());
        assertThat(entry.body().get("maker").get("name").stringValue()).isEqualTo(maker.name());
        Decision logged = decision();
        assertThat(logged.by()).isEqualTo(maker.participant());
        assertThat(logged.stands()).isFalse();

        colleague.nextEntry("decision");
        colleague.send(act("standBy", entry.seq()));
        assertThat(colleague.next("refused").json().get("reason").stringValue()).isEqualTo("not-your-decision");
        disputes(entry.seq());
        assertThat(colleague.nextEntry("disputed").body().get("reason").stringValue())
                .isEqualTo("I asked for three");
        assertThat(decision().dispute()).isEqualTo("I asked for three");
        mine.send(act("standBy", entry.seq()));
        assertThat(colleague.nextEntry("confirmed").body().get("decision").longValue())
                .isEqualTo(entry.seq());
        assertThat(decision().stands()).isTrue();
    }

    @Test
    void aMakerWhoWasMovedStillReadsAndAnswersWhatWasLoggedForThemAndNobodyElseThereDoes() {
        Page former = exercise.resumed(exercise.join(Stage.REST_CENTRE));
        Page there = exercise.resumed(exercise.join(Stage.TACTICAL));
        logsForTheMaker();
        long logged = mine.nextEntry("decision").seq();

        exercise.act(id ->
                stage.conduct.move(exercise.director(), exercise.id(), id, maker.participant(), Stage.TACTICAL, ""));
        mine.next("resync");
        mine.resume(0);
        assertThat(mine.nextEntry("decision").seq()).isEqualTo(logged);
        mine.next("upTo");
        disputes(logged);
        assertThat(mine.nextEntry("disputed").json().get("mine").booleanValue()).isTrue();
        mine.send(act("standBy", logged));
        mine.nextEntry("confirmed");
        former.nextEntry("confirmed");
        assertThat(decision().stands()).isTrue();

        long after = exercise.adHoc("To tactical", "Tactical.", "tactical");
        there.next(frame -> frame.is("entry") && frame.seq() == after);
        assertThat(there.entries()).extracting(Page.Frame::kind).doesNotContain("decision", "disputed", "confirmed");
    }

    private void logsForTheMaker() {
        DecisionForDraft draft = new DecisionForDraft(
                maker.participant(),
                Stage.REST_CENTRE,
                new DecisionDraft(null, List.of(), "Keep two coaches.", "They cannot wait.", "", "", List.of(), ""));
        exercise.act(id -> loggists.logFor(loggist, exercise.id(), id, draft, stage.time.instant()));
    }

    private Decision decision() {
        return logbook.decisions(loggist, exercise.id()).getLast();
    }

    private void disputes(long decision) {
        Map<String, Object> dispute = act("dispute", decision);
        dispute.put("reason", "I asked for three");
        mine.send(dispute);
    }

    private static Map<String, Object> act(String type, long decision) {
        return new HashMap<>(Map.of(
                "type",
                type,
                "clientId",
                UUID.randomUUID().toString(),
                "decision",
                decision,
                "written",
                1_000L,
                "sent",
                2_000L));
    }
}
