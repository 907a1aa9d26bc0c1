package org.startex.competency;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.startex.db.Tables.EVIDENCE;
import static org.startex.db.Tables.EVIDENCE_ACT;
import static org.startex.db.Tables.LEARNER_ASSESSOR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.EntryRef;
import org.startex.kernel.EvidenceId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ExerciseRole;
import org.startex.kernel.KsbCode;
import org.startex.kernel.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of evidence and the acts about their claims. Both are added and never changed. */
@Repository
class EvidenceRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    EvidenceRepository(DSLContext sql) {
        this.sql = sql;
    }

    private record Row(
            UUID id,
            UUID learner,
            UUID exercise,
            long seq,
            int part,
            String kind,
            String statement,
            String context,
            Instant madeAt) {
        EvidencePiece piece(List<EvidenceAct> acts) {
            return new EvidencePiece(
                    new EvidenceId(id),
                    new PersonId(learner),
                    new EntryRef(new ExerciseId(exercise), seq),
                    part,
                    EvidenceKind.valueOf(kind),
                    statement,
                    JSON.readValue(context, EvidenceContext.class),
                    madeAt,
                    acts);
        }
    }

    private record Act(
            UUID piece,
            int number,
            Instant at,
            UUID by,
            String act,
            String ksb,
            String words,
            boolean observed,
            @Nullable String role) {
        EvidenceAct line() {
            return new EvidenceAct(
                    number,
                    at,
                    new PersonId(by),
                    ActKind.valueOf(act),
                    new KsbCode(ksb),
                    words,
                    observed,
                    role == null ? null : ExerciseRole.withCode(role).orElse(null));
        }
    }

    void insert(EvidencePiece piece) {
        sql.insertInto(EVIDENCE)
                .set(EVIDENCE.EVIDENCE_ID, piece.id().value())
                .set(EVIDENCE.LEARNER_ID, piece.learner().value())
                .set(EVIDENCE.EXERCISE_ID, piece.entry().exercise().value())
                .set(EVIDENCE.SEQ, piece.entry().seq())
                .set(EVIDENCE.PART, piece.part())
                .set(EVIDENCE.KIND, piece.kind().name())
                .set(EVIDENCE.STATEMENT, piece.statement())
                .set(EVIDENCE.CONTEXT, JSON.writeValueAsString(piece.context()))
                .set(EVIDENCE.MADE_AT, piece.madeAt())
                .execute();
    }

    /** Fails on a number that is taken: somebody else was faster. */
    void insert(EvidenceId piece, EvidenceAct act) {
        sql.insertInto(EVIDENCE_ACT)
                .set(EVIDENCE_ACT.EVIDENCE_ID, piece.value())
                .set(EVIDENCE_ACT.NUMBER, act.number())
                .set(EVIDENCE_ACT.AT, act.at())
                .set(EVIDENCE_ACT.BY_ID, act.by().value())
                .set(EVIDENCE_ACT.ACT, act.act().name())
                .set(EVIDENCE_ACT.KSB, act.ksb().value())
                .set(EVIDENCE_ACT.WORDS, act.words())
                .set(EVIDENCE_ACT.OBSERVED, act.observed())
                .set(EVIDENCE_ACT.ROLE, act.part().map(ExerciseRole::code).orElse(null))
                .execute();
    }

    Optional<EvidencePiece> piece(EvidenceId id) {
        return pieces(EVIDENCE.EVIDENCE_ID.eq(id.value())).stream().findFirst();
    }

    /** Whose piece it is, without reading it. */
    Optional<PersonId> learnerOf(EvidenceId id) {
        return sql.select(EVIDENCE.LEARNER_ID)
                .from(EVIDENCE)
                .where(EVIDENCE.EVIDENCE_ID.eq(id.value()))
                .fetchOptional(mapping(PersonId::new));
    }

    /** A person's pieces, the latest made first. */
    List<EvidencePiece> of(PersonId learner) {
        return pieces(EVIDENCE.LEARNER_ID.eq(learner.value()));
    }

    /** All pieces made of an entry, whosever they are. */
    List<EvidencePiece> citing(EntryRef entry) {
        return pieces(EVIDENCE.EXERCISE_ID.eq(entry.exercise().value()).and(EVIDENCE.SEQ.eq(entry.seq())));
    }

    /** Pieces of an assessor's learners in which a claim waits to be judged. */
    List<EvidencePiece> waitingFor(PersonId assessor) {
        var last = EVIDENCE_ACT.as("last");
        var later = EVIDENCE_ACT.as("later");
        return pieces(exists(selectOne()
                        .from(LEARNER_ASSESSOR)
                        .where(
                                LEARNER_ASSESSOR.LEARNER_ID.eq(EVIDENCE.LEARNER_ID),
                                LEARNER_ASSESSOR.ASSESSOR_ID.eq(assessor.value()),
                                LEARNER_ASSESSOR.ENDED_AT.isNull()))
                .and(exists(selectOne()
                        .from(last)
                        .where(
                                last.EVIDENCE_ID.eq(EVIDENCE.EVIDENCE_ID),
                                last.ACT.in(ActKind.CLAIMED.name(), ActKind.RESUBMITTED.name()),
                                notExists(selectOne()
                                        .from(later)
                                        .where(
                                                later.EVIDENCE_ID.eq(last.EVIDENCE_ID),
                                                later.KSB.eq(last.KSB),
                                                later.NUMBER.gt(last.NUMBER)))))));
    }

    private List<EvidencePiece> pieces(Condition which) {
        List<Row> rows = sql.select(
                        EVIDENCE.EVIDENCE_ID,
                        EVIDENCE.LEARNER_ID,
                        EVIDENCE.EXERCISE_ID,
                        EVIDENCE.SEQ,
                        EVIDENCE.PART,
                        EVIDENCE.KIND,
                        EVIDENCE.STATEMENT,
                        EVIDENCE.CONTEXT,
                        EVIDENCE.MADE_AT)
                .from(EVIDENCE)
                .where(which)
                .orderBy(EVIDENCE.MADE_AT.desc(), EVIDENCE.EVIDENCE_ID)
                .fetch(mapping(Row::new));
        Map<UUID, List<EvidenceAct>> acts = sql
                .select(
                        EVIDENCE_ACT.EVIDENCE_ID,
                        EVIDENCE_ACT.NUMBER,
                        EVIDENCE_ACT.AT,
                        EVIDENCE_ACT.BY_ID,
                        EVIDENCE_ACT.ACT,
                        EVIDENCE_ACT.KSB,
                        EVIDENCE_ACT.WORDS,
                        EVIDENCE_ACT.OBSERVED,
                        EVIDENCE_ACT.ROLE)
                .from(EVIDENCE_ACT)
                .where(EVIDENCE_ACT.EVIDENCE_ID.in(rows.stream().map(Row::id).toList()))
                .orderBy(EVIDENCE_ACT.EVIDENCE_ID, EVIDENCE_ACT.NUMBER)
                .fetch(mapping(Act::new))
                .stream()
                .collect(Collectors.groupingBy(Act::piece, Collectors.mapping(Act::line, Collectors.toList())));
        return rows.stream()
                .map(row -> row.piece(acts.getOrDefault(row.id, List.of())))
                .toList();
    }
}
