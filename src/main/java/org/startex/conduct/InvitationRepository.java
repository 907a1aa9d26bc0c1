package org.startex.conduct;

import static org.startex.db.Tables.INVITATION_WORDS;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.startex.kernel.ExerciseId;

/** What an exercise's invitations say in the controllers' own words. */
@Repository
class InvitationRepository {
    private final DSLContext sql;

    InvitationRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Empty where nobody has written any. */
    String words(ExerciseId exercise) {
        return sql.select(INVITATION_WORDS.WORDS)
                .from(INVITATION_WORDS)
                .where(INVITATION_WORDS.EXERCISE_ID.eq(exercise.value()))
                .fetchOptional(INVITATION_WORDS.WORDS)
                .orElse("");
    }

    void setWords(ExerciseId exercise, String words) {
        if (words.isEmpty()) {
            sql.deleteFrom(INVITATION_WORDS)
                    .where(INVITATION_WORDS.EXERCISE_ID.eq(exercise.value()))
                    .execute();
            return;
        }
        sql.insertInto(INVITATION_WORDS)
                .set(INVITATION_WORDS.EXERCISE_ID, exercise.value())
                .set(INVITATION_WORDS.WORDS, words)
                .onConflict(INVITATION_WORDS.EXERCISE_ID)
                .doUpdate()
                .set(INVITATION_WORDS.WORDS, words)
                .execute();
    }
}
