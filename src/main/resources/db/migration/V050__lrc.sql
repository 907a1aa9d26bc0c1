-- The Local Resilience Capability of the partnership: whom it is for, what it can do, what is to improve, and how ready it is.

-- Priority groups and modular responses. They are retired, never deleted, because records point at them.
create table lrc_group (
  code          text        not null,
  name          text        not null,
  rationale     text        not null,
  description   text        not null,
  needs         text        not null,
  scale         text        not null,
  demonstration boolean     not null,
  retired       boolean     not null default false,
  changes       integer     not null,
  constraint lrc_group_pk primary key (code),
  constraint lrc_group_code check (code ~ '^group-[a-z0-9-]{1,54}$')
);
create unique index lrc_group_name_once on lrc_group (lower(name)) where not retired;

create table lrc_response (
  code          text        not null,
  title         text        not null,
  comprises     text        not null,
  protocol      text        not null,
  demonstration boolean     not null,
  retired       boolean     not null default false,
  changes       integer     not null,
  constraint lrc_response_pk primary key (code),
  constraint lrc_response_code check (code ~ '^response-[a-z0-9-]{1,51}$')
);
create unique index lrc_response_title_once on lrc_response (lower(title)) where not retired;

create table lrc_response_serves (
  response text not null,
  "group"  text not null,
  constraint lrc_response_serves_pk primary key (response, "group"),
  constraint lrc_response_serves_response foreign key (response) references lrc_response,
  constraint lrc_response_serves_group foreign key ("group") references lrc_group
);
create index lrc_response_serves_by_group on lrc_response_serves ("group");

-- What was done with a group or a response, and what it said afterwards.
create table lrc_item_history (
  code   text        not null,
  nr     integer     not null,
  at     timestamptz not null,
  by     uuid,
  act    text        not null,
  words  text        not null,
  reason text        not null,
  constraint lrc_item_history_pk primary key (code, nr),
  constraint lrc_item_history_act check (act in ('ADDED', 'CHANGED', 'RETIRED', 'RESTORED'))
);

-- What is to improve, from a lesson. The state follows the history below; both are written in one transaction.
create table improvement (
  number     integer     not null,
  lesson_id  uuid        not null,
  title      text        not null,
  step       text        not null,
  module     text,
  response   text,
  protocol   text        not null,
  "group"    text,
  owner_role text        not null,
  owner      uuid,
  due        date        not null,
  value      text        not null,
  judged_by  text        not null,
  kind       text        not null,
  state      text        not null,
  reopened   boolean     not null,
  lesson_reopenings integer not null,
  changes    integer     not null,
  at         timestamptz not null,
  constraint improvement_pk primary key (number),
  constraint improvement_number check (number > 0),
  constraint improvement_of_response foreign key (response) references lrc_response,
  constraint improvement_of_group foreign key ("group") references lrc_group,
  constraint improvement_of_owner foreign key (owner) references person,
  constraint improvement_kind check (kind in ('INTERNAL_READINESS', 'EXTERNAL_IMPACT')),
  constraint improvement_state check (state in ('PROPOSED', 'AGREED', 'UNDER_WAY', 'DONE', 'EMBEDDED', 'WITHDRAWN'))
);
create index improvement_by_lesson on improvement (lesson_id);
create index improvement_by_response on improvement (response);
create index improvement_by_group on improvement ("group");
create index improvement_by_owner on improvement (owner);

-- Who did what with a record, when and why. Where nobody did, an exercise showed that its lesson holds or does not.
create table improvement_history (
  number integer     not null,
  nr     integer     not null,
  at     timestamptz not null,
  by     uuid,
  act    text        not null,
  state  text        not null,
  words  text        not null,
  exercise_id uuid,
  constraint improvement_history_pk primary key (number, nr),
  constraint improvement_history_of_improvement foreign key (number) references improvement,
  constraint improvement_history_act check
      (act in ('PROPOSED', 'CHANGED', 'NOTED', 'AGREED', 'BEGUN', 'DONE', 'EMBEDDED', 'REOPENED', 'WITHDRAWN'))
);
create index improvement_history_by_act on improvement_history (act, at desc);

-- The partnership's own scale of readiness. The manual gives none. A new agreement is a new version; earlier ratings keep theirs.
create table readiness_scale (
  version integer     not null,
  at      timestamptz not null,
  by      uuid        not null,
  red_at  integer,
  reason  text        not null,
  constraint readiness_scale_pk primary key (version)
);
create table readiness_scale_step (
  version integer not null,
  rank    integer not null,
  label   text    not null,
  meaning text    not null,
  constraint readiness_scale_step_pk primary key (version, rank),
  constraint readiness_scale_step_of_scale foreign key (version) references readiness_scale,
  constraint readiness_scale_step_rank check (rank between 1 and 10)
);

create table readiness_rating (
  step          text        not null,
  nr            integer     not null,
  at            timestamptz not null,
  by            uuid        not null,
  scale_version integer     not null,
  rank          integer     not null,
  reason        text        not null,
  improvement   integer,
  constraint readiness_rating_pk primary key (step, nr),
  constraint readiness_rating_on_scale foreign key (scale_version, rank) references readiness_scale_step,
  constraint readiness_rating_because_of foreign key (improvement) references improvement
);
create index readiness_rating_by_scale on readiness_rating (scale_version, rank);
create index readiness_rating_by_improvement on readiness_rating (improvement);

-- The working group's answers to the manual's questions. The latest counts; the earlier ones stay.
create table lrc_note (
  step     text        not null,
  question integer     not null,
  nr       integer     not null,
  at       timestamptz not null,
  by       uuid        not null,
  words    text        not null,
  constraint lrc_note_pk primary key (step, question, nr)
);

create function lrc_history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['lrc_item_history', 'improvement_history', 'readiness_scale', 'readiness_scale_step', 'readiness_rating', 'lrc_note'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function lrc_history_is_append_only()', name || '_change', name);
    execute format('create trigger %I before truncate on %I for each statement execute function lrc_history_is_append_only()', name || '_truncate', name);
    execute format('revoke update, delete, truncate on %I from startex_app', name);
  end loop;
end $$;
revoke delete, truncate on lrc_group, lrc_response, improvement from startex_app;
