-- Every version of every scenario that was ever loaded without fault, as its author wrote it. An exercise names the version that it plays, so nothing is ever changed or
-- deleted here. Content that several versions share is kept once, by its digest.

create table scenario_version (
    slug      text        not null,
    digest    text        not null,
    scenario  text        not null,
    injects   text        not null,
    loaded_at timestamptz not null,
    constraint scenario_version_pk primary key (slug, digest),
    constraint scenario_version_slug_form check (slug ~ '^[a-z][a-z0-9-]{0,59}$'),
    constraint scenario_version_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

create table scenario_content (
    digest  text  not null,
    content bytea not null,
    constraint scenario_content_pk primary key (digest),
    constraint scenario_content_digest_is_its_own check (digest = encode(sha256(content), 'hex'))
);

create table scenario_attachment (
    slug           text not null,
    version        text not null,
    name           text not null,
    media_type     text not null,
    content_digest text not null,
    constraint scenario_attachment_pk primary key (slug, version, name),
    constraint scenario_attachment_of_version foreign key (slug, version) references scenario_version (slug, digest),
    constraint scenario_attachment_has_content foreign key (content_digest) references scenario_content (digest)
);
create index scenario_attachment_by_content on scenario_attachment (content_digest);

revoke update, delete, truncate on scenario_version, scenario_content, scenario_attachment from startex_app;
