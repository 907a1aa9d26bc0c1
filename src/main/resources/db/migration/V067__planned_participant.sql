-- Who is expected to play, entered before the day: personal data, so not in the record, and removed whenever somebody asks. Of a personal link only the hash is kept.
create table planned_participant (
  exercise_id    uuid        not null,
  planned_id     uuid        not null,
  name           text        not null,
  organisation   text        not null,
  mail           text        not null,
  cell           text        not null,
  post           text        not null,
  added_at       timestamptz not null,
  link_hash      bytea,
  link_made_at   timestamptz,
  participant_id uuid,
  constraint planned_participant_pk primary key (exercise_id, planned_id),
  constraint planned_participant_link check ((link_hash is null) = (link_made_at is null)),
  constraint planned_participant_name check (char_length(name) between 1 and 80),
  constraint planned_participant_organisation check (char_length(organisation) between 1 and 80)
);
create unique index planned_participant_link_once on planned_participant (exercise_id, link_hash) where link_hash is not null;
