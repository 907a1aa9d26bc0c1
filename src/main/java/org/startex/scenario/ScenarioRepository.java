package org.startex.scenario;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.startex.db.Tables.SCENARIO_ATTACHMENT;
import static org.startex.db.Tables.SCENARIO_CONTENT;
import static org.startex.db.Tables.SCENARIO_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.startex.scenario.ScenarioFiles.AttachmentFile;

/** Versions of scenarios as their authors wrote them. They are added and never changed. */
@Repository
class ScenarioRepository {
    /** A version without the content of its attachments. */
    record Stored(
            String slug,
            String digest,
            String scenario,
            String injects,
            @Nullable String templates,
            List<Attachment> attachments) {}

    private final DSLContext sql;

    ScenarioRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps a version, whole or not at all; one that is kept already stays as it is. Content first, because versions point at it. */
    void save(ScenarioFiles files, String scenario, String injects, Instant loadedAt) {
        sql.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            boolean isNew = within.insertInto(SCENARIO_VERSION)
                            .set(SCENARIO_VERSION.SLUG, files.slug())
                            .set(SCENARIO_VERSION.DIGEST, files.digest())
                            .set(SCENARIO_VERSION.SCENARIO, scenario)
                            .set(SCENARIO_VERSION.INJECTS, injects)
                            .set(SCENARIO_VERSION.TEMPLATES, files.templates())
                            .set(SCENARIO_VERSION.LOADED_AT, loadedAt)
                            .onConflictDoNothing()
                            .execute()
                    == 1;
            if (isNew) {
                files.attachments().values().forEach(file -> save(within, files, file));
            }
        });
    }

    private static void save(DSLContext within, ScenarioFiles files, AttachmentFile file) {
        Attachment attachment = file.attachment();
        within.insertInto(SCENARIO_CONTENT)
                .set(SCENARIO_CONTENT.DIGEST, attachment.digest())
                .set(SCENARIO_CONTENT.CONTENT, file.content())
                .onConflictDoNothing()
                .execute();
        within.insertInto(SCENARIO_ATTACHMENT)
                .set(SCENARIO_ATTACHMENT.SLUG, files.slug())
                .set(SCENARIO_ATTACHMENT.VERSION, files.digest())
                .set(SCENARIO_ATTACHMENT.NAME, attachment.name())
                .set(SCENARIO_ATTACHMENT.MEDIA_TYPE, attachment.mediaType())
                .set(SCENARIO_ATTACHMENT.CONTENT_DIGEST, attachment.digest())
                .set(SCENARIO_ATTACHMENT.ALT, attachment.alt())
                .execute();
    }

    Optional<Stored> version(String slug, String digest) {
        return sql.select(
                        SCENARIO_VERSION.SLUG,
                        SCENARIO_VERSION.DIGEST,
                        SCENARIO_VERSION.SCENARIO,
                        SCENARIO_VERSION.INJECTS,
                        SCENARIO_VERSION.TEMPLATES)
                .from(SCENARIO_VERSION)
                .where(SCENARIO_VERSION.SLUG.eq(slug))
                .and(SCENARIO_VERSION.DIGEST.eq(digest))
                .fetchOptional(mapping((s, d, scenario, injects, templates) ->
                        new Stored(s, d, scenario, injects, templates, attachments(s, d))));
    }

    private List<Attachment> attachments(String slug, String version) {
        return sql.select(
                        SCENARIO_ATTACHMENT.NAME,
                        SCENARIO_ATTACHMENT.MEDIA_TYPE,
                        field("octet_length({0})::bigint", Long.class, SCENARIO_CONTENT.CONTENT),
                        SCENARIO_CONTENT.DIGEST,
                        SCENARIO_ATTACHMENT.ALT)
                .from(SCENARIO_ATTACHMENT)
                .join(SCENARIO_CONTENT)
                .on(SCENARIO_CONTENT.DIGEST.eq(SCENARIO_ATTACHMENT.CONTENT_DIGEST))
                .where(SCENARIO_ATTACHMENT.SLUG.eq(slug))
                .and(SCENARIO_ATTACHMENT.VERSION.eq(version))
                .orderBy(SCENARIO_ATTACHMENT.NAME)
                .fetch(mapping(Attachment::new));
    }

    /** The content with this digest, under the first of the names that it goes by. It is read piece by piece while it is wanted. */
    Optional<AttachmentContent> content(String digest) {
        return sql.select(
                        SCENARIO_ATTACHMENT.NAME,
                        SCENARIO_ATTACHMENT.MEDIA_TYPE,
                        field("octet_length({0})::bigint", Long.class, SCENARIO_CONTENT.CONTENT))
                .from(SCENARIO_CONTENT)
                .join(SCENARIO_ATTACHMENT)
                .on(SCENARIO_ATTACHMENT.CONTENT_DIGEST.eq(SCENARIO_CONTENT.DIGEST))
                .where(SCENARIO_CONTENT.DIGEST.eq(digest))
                .orderBy(SCENARIO_ATTACHMENT.NAME, SCENARIO_ATTACHMENT.MEDIA_TYPE)
                .limit(1)
                .fetchOptional(mapping((name, mediaType, bytes) -> new AttachmentContent(
                        name, mediaType, bytes, digest, (from, length) -> piece(digest, from, length))));
    }

    private byte[] piece(String digest, long from, int length) {
        return sql.select(field(
                        "substring({0} from {1} for {2})",
                        byte[].class, SCENARIO_CONTENT.CONTENT, val(Math.toIntExact(from) + 1), val(length)))
                .from(SCENARIO_CONTENT)
                .where(SCENARIO_CONTENT.DIGEST.eq(digest))
                .fetchSingle()
                .value1();
    }
}
