package org.startex.debrief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.startex.kernel.ClientId;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.testing.PlayedExercise;
import org.startex.testing.StartexTest;

/** The hot debrief of an exercise that was really played. */
@StartexTest
class HotDebriefServiceTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    HotDebriefService debriefs;

    @Autowired
    DSLContext sql;

    @Test
    void itOpensAtEndexAndTheDirectorClosesIt() {
        PlayedExercise played = PlayedExercise.running(context);
        assertThat(debriefs.hotDebrief(played.price(), played.id()).state()).isEqualTo(HotDebrief.State.BEFORE);
        assertThat(refusal(debriefs.answer(played.price(), played.id(), named("Too early"))))
                .isEqualTo("hot-debrief-before-endex");
        assertThat(refusal(debriefs.close(played.director(), played.id()))).isEqualTo("hot-debrief-before-endex");
        done(debriefs.setNaming(played.director(), played.id(), Naming.NAMED));
        played.end();
        assertThat(refusal(debriefs.setNaming(played.director(), played.id(), Naming.ANONYMOUS)))
                .isEqualTo("hot-debrief-naming-fixed");
        assertThat(debriefs.hotDebrief(played.price(), played.id()).naming()).isEqualTo(Naming.NAMED);

        done(debriefs.answer(played.price(), played.id(), named("Heard each other out")));
        done(debriefs.answer(played.price(), played.id(), named("Heard each other out, mostly")));
        done(debriefs.answer(played.evaluator(), played.id(), named("Maps were on the wall")));
        HotDebrief mine = debriefs.hotDebrief(played.price(), played.id());
        assertThat(mine.answered()).isTrue();
        assertThat(mine.mine())
                .hasValueSatisfying(answer -> assertThat(answer.wentWell()).isEqualTo("Heard each other out, mostly"));
        HotAnswers all = debriefs.answers(played.evaluator(), played.id());
        assertThat(all.answered())
                .containsExactlyInAnyOrder(played.participant(played.price()), played.participant(played.evaluator()));
        assertThat(all.wentWell())
                .extracting(HotAnswers.Said::text)
                .containsExactlyInAnyOrder("Heard each other out, mostly", "Maps were on the wall");

        done(debriefs.close(played.director(), played.id()));
        assertThat(refusal(debriefs.answer(played.okafor(), played.id(), named("Too late"))))
                .isEqualTo("hot-debrief-closed");
        assertThat(sql.fetchCount(sql.selectFrom("hot_debrief_history")
                        .where("exercise_id = ?", played.id().value())))
                .isEqualTo(2);
    }

    @Test
    void playersReadNobodysAnswers() {
        PlayedExercise played = PlayedExercise.ended(context);
        for (Caller player : List.of(played.price(), played.apprentice())) {
            assertThatThrownBy(() -> debriefs.answers(player, played.id())).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> debriefs.close(player, played.id())).isInstanceOf(NotAllowed.class);
        }
    }

    /** What the database knows about an answer without a name: nothing that leads to its writer, in any column, by place or by transaction. */
    @Test
    void nothingInTheDatabaseTiesAnAnswerToItsWriter() {
        PlayedExercise played = PlayedExercise.ended(context);
        List<Caller> everybody =
                List.of(played.price(), played.okafor(), played.apprentice(), played.evaluator(), played.controller());
        for (int i = 0; i < everybody.size(); i++) {
            done(debriefs.answer(everybody.get(i), played.id(), nameless(i)));
        }
        Object id = played.id().value();
        assertThat(sql.fetchValues("select column_name::text from information_schema.columns"
                        + " where table_name = 'hot_debrief_answer' and data_type like 'timestamp%'"))
                .isEmpty();
        assertThat(sql.fetchValues("select participant_id from hot_debrief_answer where exercise_id = ?", id))
                .hasSize(5)
                .containsOnlyNulls();
        Set<?> written = Set.copyOf(sql.fetchValues(
                "select xmin::text from hot_debrief_answer where exercise_id = ? union all"
                        + " select xmin::text from hot_debrief_given where exercise_id = ?",
                id,
                id));
        assertThat(written).as("all rows were written by the same transaction").hasSize(1);
        assertThat(placesOverManyActs(played, everybody))
                .as("the place of the answer that was changed last")
                .hasSizeGreaterThan(2);
        assertThat(debriefs.answers(played.director(), played.id()).wentWell()).isEmpty();
        done(debriefs.close(played.director(), played.id()));
        assertThat(debriefs.answers(played.director(), played.id()).wentWell())
                .hasSize(5)
                .allSatisfy(said -> assertThat(said.by()).isEmpty());
    }

    private Set<Long> placesOverManyActs(PlayedExercise played, List<Caller> everybody) {
        Set<Long> places = new java.util.HashSet<>();
        for (int i = 0; i < 30; i++) {
            done(debriefs.answer(everybody.getLast(), played.id(), nameless(everybody.size() - 1)));
            places.add(((Number) java.util.Objects.requireNonNull(sql.fetchValue(
                            "select count(*) from hot_debrief_answer a where exercise_id = ? and ctid <"
                                    + " (select ctid from hot_debrief_answer b where b.exercise_id = a.exercise_id and b.went_well = ?)",
                            played.id().value(),
                            "answer " + (everybody.size() - 1))))
                    .longValue());
        }
        return places;
    }

    @Test
    void whoAnsweredWithoutANameComesBackOnlyWithTheSlip() {
        PlayedExercise played = PlayedExercise.ended(context);
        done(debriefs.answer(played.price(), played.id(), nameless(1)));
        HotDebrief mine = debriefs.hotDebrief(played.price(), played.id());
        assertThat(mine.answered()).isTrue();
        assertThat(mine.mine()).isEmpty();
        assertThat(refusal(debriefs.answer(played.price(), played.id(), nameless(2))))
                .isEqualTo("hot-debrief-answered");
        done(debriefs.answer(played.price(), played.id(), nameless(1)));
        assertThat(sql.fetchValues(
                        "select went_well from hot_debrief_answer where exercise_id = ?",
                        played.id().value()))
                .hasSize(1);
    }

    private static HotAnswer named(String wentWell) {
        return new HotAnswer(true, "s" + ClientId.random().toString().replace("-", ""), wentWell, "", "");
    }

    private static HotAnswer nameless(int number) {
        return new HotAnswer(false, "slip-of-chance-number-" + number, "answer " + number, "", "");
    }

    private static void done(HotDebriefResult result) {
        assertThat(result).isInstanceOf(HotDebriefResult.Done.class);
    }

    private static String refusal(HotDebriefResult result) {
        assertThat(result).isInstanceOf(HotDebriefResult.Refused.class);
        return ((HotDebriefResult.Refused) result).reason().code();
    }
}
