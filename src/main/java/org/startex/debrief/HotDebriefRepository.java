package org.startex.debrief;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static org.startex.db.Tables.HOT_DEBRIEF;
import static org.startex.db.Tables.HOT_DEBRIEF_ANSWER;
import static org.startex.db.Tables.HOT_DEBRIEF_GIVEN;
import static org.startex.db.Tables.HOT_DEBRIEF_HISTORY;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.kernel.PersonId;

/** Hot debriefs: how they are set, who has answered, and what was answered, with nothing between the last two. */
@Repository
class HotDebriefRepository {
    /** How a hot debrief is set. */
    record Setting(Naming naming, @Nullable Instant closedAt) {}

    private static final SecureRandom CHANCE = new SecureRandom();

    private final DSLContext sql;

    HotDebriefRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds off other acts on this hot debrief until the commit. */
    void lock(ExerciseId exercise) {
        sql.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("hot debrief " + exercise.value()));
    }

    Optional<Setting> setting(ExerciseId exercise) {
        return sql.select(HOT_DEBRIEF.NAMING, HOT_DEBRIEF.CLOSED_AT)
                .from(HOT_DEBRIEF)
                .where(HOT_DEBRIEF.EXERCISE_ID.eq(exercise.value()))
                .fetchOptional(r -> new Setting(Naming.valueOf(r.value1()), r.value2()));
    }

    void set(ExerciseId exercise, String act, Setting setting, PersonId by, Instant now) {
        sql.insertInto(HOT_DEBRIEF)
                .set(HOT_DEBRIEF.EXERCISE_ID, exercise.value())
                .set(HOT_DEBRIEF.NAMING, setting.naming().name())
                .set(HOT_DEBRIEF.CLOSED_AT, setting.closedAt())
                .onConflict(HOT_DEBRIEF.EXERCISE_ID)
                .doUpdate()
                .set(HOT_DEBRIEF.NAMING, setting.naming().name())
                .set(HOT_DEBRIEF.CLOSED_AT, setting.closedAt())
                .execute();
        int step = sql.select(coalesce(max(HOT_DEBRIEF_HISTORY.STEP), 0))
                        .from(HOT_DEBRIEF_HISTORY)
                        .where(HOT_DEBRIEF_HISTORY.EXERCISE_ID.eq(exercise.value()))
                        .fetchSingle()
                        .value1()
                + 1;
        sql.insertInto(HOT_DEBRIEF_HISTORY)
                .set(HOT_DEBRIEF_HISTORY.EXERCISE_ID, exercise.value())
                .set(HOT_DEBRIEF_HISTORY.STEP, step)
                .set(HOT_DEBRIEF_HISTORY.ACT, act)
                .set(HOT_DEBRIEF_HISTORY.NAMING, setting.naming().name())
                .set(HOT_DEBRIEF_HISTORY.ACTED_BY, by.value())
                .set(HOT_DEBRIEF_HISTORY.ACTED_AT, now)
                .execute();
    }

    Set<ParticipantId> given(ExerciseId exercise) {
        return sql.select(HOT_DEBRIEF_GIVEN.PARTICIPANT_ID)
                .from(HOT_DEBRIEF_GIVEN)
                .where(HOT_DEBRIEF_GIVEN.EXERCISE_ID.eq(exercise.value()))
                .fetchSet(r -> new ParticipantId(r.value1()));
    }

    List<HotDebriefs.Kept> answers(ExerciseId exercise) {
        return sql.select(
                        HOT_DEBRIEF_ANSWER.SLIP_HASH,
                        HOT_DEBRIEF_ANSWER.PARTICIPANT_ID,
                        HOT_DEBRIEF_ANSWER.WENT_WELL,
                        HOT_DEBRIEF_ANSWER.DID_NOT,
                        HOT_DEBRIEF_ANSWER.DIFFERENTLY)
                .from(HOT_DEBRIEF_ANSWER)
                .where(HOT_DEBRIEF_ANSWER.EXERCISE_ID.eq(exercise.value()))
                .fetch(r -> new HotDebriefs.Kept(
                        r.value1(),
                        r.value2() == null ? null : new ParticipantId(r.value2()),
                        r.value3(),
                        r.value4(),
                        r.value5()));
    }

    /** Writes everything of the exercise anew, each table in an order of chance: no row's place or transaction tells which came together. */
    void rewrite(ExerciseId exercise, Collection<ParticipantId> given, Collection<HotDebriefs.Kept> answers) {
        sql.deleteFrom(HOT_DEBRIEF_GIVEN)
                .where(HOT_DEBRIEF_GIVEN.EXERCISE_ID.eq(exercise.value()))
                .execute();
        sql.deleteFrom(HOT_DEBRIEF_ANSWER)
                .where(HOT_DEBRIEF_ANSWER.EXERCISE_ID.eq(exercise.value()))
                .execute();
        var whoGave =
                sql.insertInto(HOT_DEBRIEF_GIVEN, HOT_DEBRIEF_GIVEN.EXERCISE_ID, HOT_DEBRIEF_GIVEN.PARTICIPANT_ID);
        for (ParticipantId participant : shuffled(given)) {
            whoGave = whoGave.values(exercise.value(), participant.value());
        }
        whoGave.execute();
        var whatWasSaid = sql.insertInto(
                HOT_DEBRIEF_ANSWER,
                HOT_DEBRIEF_ANSWER.EXERCISE_ID,
                HOT_DEBRIEF_ANSWER.SLIP_HASH,
                HOT_DEBRIEF_ANSWER.PARTICIPANT_ID,
                HOT_DEBRIEF_ANSWER.WENT_WELL,
                HOT_DEBRIEF_ANSWER.DID_NOT,
                HOT_DEBRIEF_ANSWER.DIFFERENTLY);
        for (HotDebriefs.Kept kept : shuffled(answers)) {
            ParticipantId by = kept.by();
            whatWasSaid = whatWasSaid.values(
                    exercise.value(),
                    kept.slipHash(),
                    by == null ? null : by.value(),
                    kept.wentWell(),
                    kept.didNot(),
                    kept.differently());
        }
        whatWasSaid.execute();
    }

    private static <T> List<T> shuffled(Collection<T> items) {
        List<T> list = new ArrayList<>(items);
        Collections.shuffle(list, CHANCE);
        return list;
    }
}
