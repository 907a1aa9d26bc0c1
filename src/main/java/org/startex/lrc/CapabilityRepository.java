package org.startex.lrc;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.startex.db.Tables.LRC_GROUP;
import static org.startex.db.Tables.LRC_ITEM_HISTORY;
import static org.startex.db.Tables.LRC_RESPONSE;
import static org.startex.db.Tables.LRC_RESPONSE_SERVES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.kernel.LrcCode;
import org.startex.kernel.PersonId;

/** Priority groups and modular responses, and what was done with them. */
@Repository
class CapabilityRepository {
    private static final long LOCK = 0x4C7243L;
    private static final SelectField<GroupDraft> GROUP_SAID = row(
                    LRC_GROUP.NAME, LRC_GROUP.RATIONALE, LRC_GROUP.DESCRIPTION, LRC_GROUP.NEEDS, LRC_GROUP.SCALE)
            .mapping((name, rationale, description, needs, scale) ->
                    new GroupDraft(name, rationale, description, needs.lines().toList(), scale));
    private static final Field<List<LrcCode>> SERVES = multiset(select(LRC_RESPONSE_SERVES.GROUP)
                    .from(LRC_RESPONSE_SERVES)
                    .where(LRC_RESPONSE_SERVES.RESPONSE.eq(LRC_RESPONSE.CODE))
                    .orderBy(LRC_RESPONSE_SERVES.GROUP))
            .convertFrom(rows -> rows.map(r -> new LrcCode(r.value1())));

    private final DSLContext sql;

    /** A line of history with who did it, not yet with their name. */
    record Step(int nr, Instant at, @Nullable PersonId by, ItemStep.Act act, String words, String reason) {}

    CapabilityRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** One change at a time until the commit. */
    void lock() {
        sql.fetch("select pg_advisory_xact_lock({0})", inline(LOCK));
    }

    boolean isEmpty() {
        return !sql.fetchExists(LRC_GROUP) && !sql.fetchExists(LRC_RESPONSE);
    }

    List<PriorityGroup> groups() {
        return groups(DSL.noCondition());
    }

    Optional<PriorityGroup> group(LrcCode code) {
        return groups(LRC_GROUP.CODE.eq(code.value())).stream().findFirst();
    }

    private List<PriorityGroup> groups(Condition which) {
        return sql.select(
                        LRC_GROUP.CODE.convertFrom(LrcCode::new),
                        GROUP_SAID,
                        LRC_GROUP.DEMONSTRATION,
                        LRC_GROUP.RETIRED,
                        LRC_GROUP.CHANGES)
                .from(LRC_GROUP)
                .where(which)
                .orderBy(LRC_GROUP.RETIRED, lower(LRC_GROUP.NAME), LRC_GROUP.CODE)
                .fetch(mapping(PriorityGroup::new));
    }

    boolean groupNamed(String name, LrcCode other) {
        return sql.fetchExists(
                LRC_GROUP,
                lower(LRC_GROUP.NAME).eq(lower(name)),
                LRC_GROUP.RETIRED.isFalse(),
                LRC_GROUP.CODE.ne(other.value()));
    }

    void insert(LrcCode code, GroupDraft said, boolean demonstration) {
        sql.insertInto(LRC_GROUP)
                .set(LRC_GROUP.CODE, code.value())
                .set(LRC_GROUP.NAME, said.name())
                .set(LRC_GROUP.RATIONALE, said.rationale())
                .set(LRC_GROUP.DESCRIPTION, said.description())
                .set(LRC_GROUP.NEEDS, String.join("\n", said.needs()))
                .set(LRC_GROUP.SCALE, said.scale())
                .set(LRC_GROUP.DEMONSTRATION, demonstration)
                .set(LRC_GROUP.CHANGES, 1)
                .execute();
    }

    void update(LrcCode code, GroupDraft said) {
        sql.update(LRC_GROUP)
                .set(LRC_GROUP.NAME, said.name())
                .set(LRC_GROUP.RATIONALE, said.rationale())
                .set(LRC_GROUP.DESCRIPTION, said.description())
                .set(LRC_GROUP.NEEDS, String.join("\n", said.needs()))
                .set(LRC_GROUP.SCALE, said.scale())
                .set(LRC_GROUP.CHANGES, LRC_GROUP.CHANGES.plus(1))
                .where(LRC_GROUP.CODE.eq(code.value()))
                .execute();
    }

    void setGroupRetired(LrcCode code, boolean retired) {
        sql.update(LRC_GROUP)
                .set(LRC_GROUP.RETIRED, retired)
                .set(LRC_GROUP.CHANGES, LRC_GROUP.CHANGES.plus(1))
                .where(LRC_GROUP.CODE.eq(code.value()))
                .execute();
    }

    List<ModularResponse> responses() {
        return responses(DSL.noCondition());
    }

    Optional<ModularResponse> response(LrcCode code) {
        return responses(LRC_RESPONSE.CODE.eq(code.value())).stream().findFirst();
    }

    private List<ModularResponse> responses(Condition which) {
        return sql.select(
                        LRC_RESPONSE.CODE.convertFrom(LrcCode::new),
                        row(LRC_RESPONSE.TITLE, LRC_RESPONSE.COMPRISES, LRC_RESPONSE.PROTOCOL, SERVES)
                                .mapping(ResponseDraft::new),
                        LRC_RESPONSE.DEMONSTRATION,
                        LRC_RESPONSE.RETIRED,
                        LRC_RESPONSE.CHANGES)
                .from(LRC_RESPONSE)
                .where(which)
                .orderBy(LRC_RESPONSE.RETIRED, lower(LRC_RESPONSE.TITLE), LRC_RESPONSE.CODE)
                .fetch(mapping(ModularResponse::new));
    }

    boolean responseTitled(String title, LrcCode other) {
        return sql.fetchExists(
                LRC_RESPONSE,
                lower(LRC_RESPONSE.TITLE).eq(lower(title)),
                LRC_RESPONSE.RETIRED.isFalse(),
                LRC_RESPONSE.CODE.ne(other.value()));
    }

    void insert(LrcCode code, ResponseDraft said, boolean demonstration) {
        sql.insertInto(LRC_RESPONSE)
                .set(LRC_RESPONSE.CODE, code.value())
                .set(LRC_RESPONSE.TITLE, said.title())
                .set(LRC_RESPONSE.COMPRISES, said.comprises())
                .set(LRC_RESPONSE.PROTOCOL, said.protocol())
                .set(LRC_RESPONSE.DEMONSTRATION, demonstration)
                .set(LRC_RESPONSE.CHANGES, 1)
                .execute();
        insertServes(code, said);
    }

    void update(LrcCode code, ResponseDraft said) {
        sql.update(LRC_RESPONSE)
                .set(LRC_RESPONSE.TITLE, said.title())
                .set(LRC_RESPONSE.COMPRISES, said.comprises())
                .set(LRC_RESPONSE.PROTOCOL, said.protocol())
                .set(LRC_RESPONSE.CHANGES, LRC_RESPONSE.CHANGES.plus(1))
                .where(LRC_RESPONSE.CODE.eq(code.value()))
                .execute();
        sql.deleteFrom(LRC_RESPONSE_SERVES)
                .where(LRC_RESPONSE_SERVES.RESPONSE.eq(code.value()))
                .execute();
        insertServes(code, said);
    }

    private void insertServes(LrcCode code, ResponseDraft said) {
        for (LrcCode group : said.serves()) {
            sql.insertInto(LRC_RESPONSE_SERVES)
                    .set(LRC_RESPONSE_SERVES.RESPONSE, code.value())
                    .set(LRC_RESPONSE_SERVES.GROUP, group.value())
                    .execute();
        }
    }

    void setResponseRetired(LrcCode code, boolean retired) {
        sql.update(LRC_RESPONSE)
                .set(LRC_RESPONSE.RETIRED, retired)
                .set(LRC_RESPONSE.CHANGES, LRC_RESPONSE.CHANGES.plus(1))
                .where(LRC_RESPONSE.CODE.eq(code.value()))
                .execute();
    }

    void append(LrcCode code, Instant at, @Nullable PersonId by, ItemStep.Act act, String words, String reason) {
        int nr = sql.select(max(LRC_ITEM_HISTORY.NR))
                .from(LRC_ITEM_HISTORY)
                .where(LRC_ITEM_HISTORY.CODE.eq(code.value()))
                .fetchOptional(r -> r.value1())
                .orElse(0);
        sql.insertInto(LRC_ITEM_HISTORY)
                .set(LRC_ITEM_HISTORY.CODE, code.value())
                .set(LRC_ITEM_HISTORY.NR, nr + 1)
                .set(LRC_ITEM_HISTORY.AT, at)
                .set(LRC_ITEM_HISTORY.BY, by == null ? null : by.value())
                .set(LRC_ITEM_HISTORY.ACT, act.name())
                .set(LRC_ITEM_HISTORY.WORDS, words)
                .set(LRC_ITEM_HISTORY.REASON, reason)
                .execute();
    }

    List<Step> history(LrcCode code) {
        return sql.select(
                        LRC_ITEM_HISTORY.NR,
                        LRC_ITEM_HISTORY.AT,
                        LRC_ITEM_HISTORY.BY.convertFrom(by -> by == null ? null : new PersonId(by)),
                        LRC_ITEM_HISTORY.ACT.convertFrom(ItemStep.Act::valueOf),
                        LRC_ITEM_HISTORY.WORDS,
                        LRC_ITEM_HISTORY.REASON)
                .from(LRC_ITEM_HISTORY)
                .where(LRC_ITEM_HISTORY.CODE.eq(code.value()))
                .orderBy(LRC_ITEM_HISTORY.NR)
                .fetch(mapping(Step::new));
    }
}
