package org.startex.lrc;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.startex.db.Tables.LRC_NOTE;
import static org.startex.db.Tables.READINESS_RATING;
import static org.startex.db.Tables.READINESS_SCALE;
import static org.startex.db.Tables.READINESS_SCALE_STEP;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;

/** Scales, ratings and answers to the manual's questions. Rows are added, never changed. */
@Repository
class ReadinessRepository {
    private static final long LOCK = 0x4C7252L;
    private static final Field<List<ScaleStep>> STEPS = multiset(
                    select(READINESS_SCALE_STEP.RANK, READINESS_SCALE_STEP.LABEL, READINESS_SCALE_STEP.MEANING)
                            .from(READINESS_SCALE_STEP)
                            .where(READINESS_SCALE_STEP.VERSION.eq(READINESS_SCALE.VERSION))
                            .orderBy(READINESS_SCALE_STEP.RANK))
            .convertFrom(rows -> rows.map(mapping(ScaleStep::new)));

    private final DSLContext sql;

    /** A scale with who agreed it, not yet with their name. */
    record Scale(
            int version, List<ScaleStep> steps, @Nullable Integer redAt, String reason, PersonId by, Instant at) {}

    /** A rating with who gave it, not yet with their name. */
    record Rating(
            LrcCode step,
            int nr,
            Instant at,
            PersonId by,
            int scaleVersion,
            int rank,
            String label,
            @Nullable Integer redAt,
            String reason,
            @Nullable Integer improvement) {}

    /** A note with who wrote it, not yet with their name. */
    record Note(int question, int nr, Instant at, PersonId by, String words) {}

    ReadinessRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** One change at a time until the commit. */
    void lock() {
        sql.fetch("select pg_advisory_xact_lock({0})", inline(LOCK));
    }

    /** All scales ever agreed, the latest first. */
    List<Scale> scales() {
        return sql.select(
                        READINESS_SCALE.VERSION,
                        STEPS,
                        READINESS_SCALE.RED_AT,
                        READINESS_SCALE.REASON,
                        READINESS_SCALE.BY.convertFrom(PersonId::new),
                        READINESS_SCALE.AT)
                .from(READINESS_SCALE)
                .orderBy(READINESS_SCALE.VERSION.desc())
                .fetch(mapping(Scale::new));
    }

    void insert(int version, ScaleDraft scale, PersonId by, Instant at) {
        sql.insertInto(READINESS_SCALE)
                .set(READINESS_SCALE.VERSION, version)
                .set(READINESS_SCALE.RED_AT, scale.redAt())
                .set(READINESS_SCALE.REASON, scale.reason())
                .set(READINESS_SCALE.BY, by.value())
                .set(READINESS_SCALE.AT, at)
                .execute();
        for (ScaleStep step : scale.ranked()) {
            sql.insertInto(READINESS_SCALE_STEP)
                    .set(READINESS_SCALE_STEP.VERSION, version)
                    .set(READINESS_SCALE_STEP.RANK, step.rank())
                    .set(READINESS_SCALE_STEP.LABEL, step.label())
                    .set(READINESS_SCALE_STEP.MEANING, step.meaning())
                    .execute();
        }
    }

    /** All ratings of all steps, the earliest first. */
    List<Rating> ratings() {
        return sql.select(
                        READINESS_RATING.STEP.convertFrom(LrcCode::new),
                        READINESS_RATING.NR,
                        READINESS_RATING.AT,
                        READINESS_RATING.BY.convertFrom(PersonId::new),
                        READINESS_RATING.SCALE_VERSION,
                        READINESS_RATING.RANK,
                        READINESS_SCALE_STEP.LABEL,
                        READINESS_SCALE.RED_AT,
                        READINESS_RATING.REASON,
                        READINESS_RATING.IMPROVEMENT)
                .from(READINESS_RATING)
                .join(READINESS_SCALE)
                .on(READINESS_SCALE.VERSION.eq(READINESS_RATING.SCALE_VERSION))
                .join(READINESS_SCALE_STEP)
                .on(
                        READINESS_SCALE_STEP.VERSION.eq(READINESS_RATING.SCALE_VERSION),
                        READINESS_SCALE_STEP.RANK.eq(READINESS_RATING.RANK))
                .orderBy(READINESS_RATING.STEP, READINESS_RATING.NR)
                .fetch(mapping(Rating::new));
    }

    void insert(LrcCode step, RatingDraft rating, PersonId by, Instant at) {
        int nr = sql.select(max(READINESS_RATING.NR))
                .from(READINESS_RATING)
                .where(READINESS_RATING.STEP.eq(step.value()))
                .fetchOptional(r -> r.value1())
                .orElse(0);
        sql.insertInto(READINESS_RATING)
                .set(READINESS_RATING.STEP, step.value())
                .set(READINESS_RATING.NR, nr + 1)
                .set(READINESS_RATING.AT, at)
                .set(READINESS_RATING.BY, by.value())
                .set(READINESS_RATING.SCALE_VERSION, rating.scaleVersion())
                .set(READINESS_RATING.RANK, rating.rank())
                .set(READINESS_RATING.REASON, rating.reason())
                .set(READINESS_RATING.IMPROVEMENT, rating.improvement())
                .execute();
    }

    /** All that was ever answered at a step, the latest answer to each question first. */
    List<Note> notes(LrcCode step) {
        return sql.select(
                        LRC_NOTE.QUESTION,
                        LRC_NOTE.NR,
                        LRC_NOTE.AT,
                        LRC_NOTE.BY.convertFrom(PersonId::new),
                        LRC_NOTE.WORDS)
                .from(LRC_NOTE)
                .where(LRC_NOTE.STEP.eq(step.value()))
                .orderBy(LRC_NOTE.QUESTION, LRC_NOTE.NR.desc())
                .fetch(mapping(Note::new));
    }

    int lastNote(LrcCode step, int question) {
        Condition which = LRC_NOTE.STEP.eq(step.value()).and(LRC_NOTE.QUESTION.eq(question));
        return sql.select(max(LRC_NOTE.NR))
                .from(LRC_NOTE)
                .where(which)
                .fetchOptional(r -> r.value1())
                .orElse(0);
    }

    void insert(LrcCode step, int question, int nr, PersonId by, Instant at, String words) {
        sql.insertInto(LRC_NOTE)
                .set(LRC_NOTE.STEP, step.value())
                .set(LRC_NOTE.QUESTION, question)
                .set(LRC_NOTE.NR, nr)
                .set(LRC_NOTE.AT, at)
                .set(LRC_NOTE.BY, by.value())
                .set(LRC_NOTE.WORDS, words)
                .execute();
    }
}
