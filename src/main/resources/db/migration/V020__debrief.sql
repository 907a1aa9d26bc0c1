-- Findings of the debriefs. A finding cites entries of its exercise's record by their sequence; the record itself is elsewhere and knows nothing of this.
create table finding (
  exercise_id     uuid        not null,
  number          integer     not null,
  finding_id      uuid        not null,
  version         integer     not null,
  what            text        not null,
  expected        text        not null,
  why             text        not null,
  theme           text        not null,
  good_practice   boolean     not null,
  written_by      uuid        not null,
  written_at      timestamptz not null,
  withdrawn_by    uuid,
  withdrawn_at    timestamptz,
  withdrawn_why   text,
  constraint finding_pk primary key (exercise_id, number),
  constraint finding_id_once unique (finding_id),
  constraint finding_number check (number > 0 and version > 0),
  constraint finding_texts check (char_length(what) between 1 and 4000 and char_length(expected) between 1 and 4000 and char_length(why) between 1 and 4000),
  constraint finding_theme check (char_length(theme) between 1 and 120),
  constraint finding_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_why is null))
);

create table finding_cite (
  exercise_id uuid    not null,
  number      integer not null,
  seq         bigint  not null,
  constraint finding_cite_pk primary key (exercise_id, number, seq),
  constraint finding_cite_seq check (seq > 0),
  constraint finding_cite_of_finding foreign key (exercise_id, number) references finding
);
create index finding_cite_by_entry on finding_cite (exercise_id, seq);

-- Every version of every finding, and who made it. Nothing is ever changed here.
create table finding_history (
  exercise_id   uuid        not null,
  number        integer     not null,
  version       integer     not null,
  act           text        not null,
  acted_by      uuid        not null,
  acted_at      timestamptz not null,
  reason        text        not null,
  what          text        not null,
  expected      text        not null,
  why           text        not null,
  theme         text        not null,
  good_practice boolean     not null,
  cites         bigint[]    not null,
  constraint finding_history_pk primary key (exercise_id, number, version),
  constraint finding_history_act check (act in ('RECORDED', 'CHANGED', 'WITHDRAWN')),
  constraint finding_history_cites check (cardinality(cites) > 0)
);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger finding_history_change before update or delete on finding_history for each row execute function history_is_append_only();
create trigger finding_history_truncate before truncate on finding_history for each statement execute function history_is_append_only();

revoke delete, truncate on finding from startex_app;
revoke update, delete, truncate on finding_history from startex_app;
