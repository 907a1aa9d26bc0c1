-- The hot debrief of an exercise: how answers are named, whether it is closed, who has answered, and what was answered.
create table hot_debrief (
  exercise_id uuid        not null,
  naming      text        not null,
  closed_at   timestamptz,
  constraint hot_debrief_pk primary key (exercise_id),
  constraint hot_debrief_naming check (naming in ('NAMED', 'ANONYMOUS', 'CHOICE'))
);

create table hot_debrief_history (
  exercise_id uuid        not null,
  step        integer     not null,
  act         text        not null,
  naming      text        not null,
  acted_by    uuid        not null,
  acted_at    timestamptz not null,
  constraint hot_debrief_history_pk primary key (exercise_id, step),
  constraint hot_debrief_history_act check (act in ('NAMING', 'CLOSED'))
);
create trigger hot_debrief_history_change before update or delete on hot_debrief_history for each row execute function history_is_append_only();
create trigger hot_debrief_history_truncate before truncate on hot_debrief_history for each statement execute function history_is_append_only();

-- Who has answered, and what was answered, have nothing in common: no time, no number, no key. Whoever writes to one of them writes all rows of the exercise in both of them anew and
-- in an order of chance, so that neither the rows' places nor their transactions tell which came together. An anonymous answer is known only to the page that holds its slip.
create table hot_debrief_given (
  exercise_id    uuid not null,
  participant_id uuid not null,
  constraint hot_debrief_given_pk primary key (exercise_id, participant_id)
);

create table hot_debrief_answer (
  exercise_id    uuid  not null,
  slip_hash      bytea not null,
  participant_id uuid,
  went_well      text  not null,
  did_not        text  not null,
  differently    text  not null,
  constraint hot_debrief_answer_pk primary key (exercise_id, slip_hash),
  constraint hot_debrief_answer_slip check (octet_length(slip_hash) = 32),
  constraint hot_debrief_answer_texts check
    (char_length(went_well) <= 4000 and char_length(did_not) <= 4000 and char_length(differently) <= 4000 and went_well || did_not || differently <> '')
);
create unique index hot_debrief_answer_named_once on hot_debrief_answer (exercise_id, participant_id) where participant_id is not null;

revoke delete, truncate on hot_debrief from startex_app;
revoke update, delete, truncate on hot_debrief_history from startex_app;
