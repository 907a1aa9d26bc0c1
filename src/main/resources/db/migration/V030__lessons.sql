-- Lessons as they stand, and below them every step that was ever taken. A lesson cites entries of exercises' records by their sequence; the records know nothing of this.
create table lesson (
  lesson_id      uuid        not null,
  number         integer     not null,
  finding_id     uuid        not null,
  exercise_id    uuid        not null,
  cites          bigint[]    not null,
  title          text        not null,
  recommendation text        not null,
  theme          text        not null,
  skill          boolean     not null,
  state          text        not null,
  declined_why   text,
  reopened_by    uuid,
  evidence       text,
  implemented_at timestamptz,
  embedded_by    uuid,
  shown_at       timestamptz,
  owner_id       uuid,
  former_owners  uuid[]      not null,
  due            date,
  identified_by  uuid        not null,
  identified_at  timestamptz not null,
  changed_at     timestamptz not null,
  steps          integer     not null,
  constraint lesson_pk primary key (lesson_id),
  constraint lesson_number_once unique (number),
  constraint lesson_number check (number > 0),
  constraint lesson_title check (char_length(title) between 1 and 120),
  constraint lesson_recommendation check (char_length(recommendation) between 1 and 4000),
  constraint lesson_theme check (char_length(theme) between 1 and 120),
  constraint lesson_declined check ((state = 'DECLINED') = (declined_why is not null)),
  constraint lesson_reopened check (reopened_by is null or state = 'ACCEPTED'),
  constraint lesson_implemented check ((state in ('IMPLEMENTED', 'EMBEDDED')) = (evidence is not null) and (evidence is null) = (implemented_at is null)),
  constraint lesson_embedded check ((state = 'EMBEDDED') = (embedded_by is not null) and (embedded_by is null) = (shown_at is null)),
  constraint lesson_state check (state in ('IDENTIFIED', 'ACCEPTED', 'DECLINED', 'IMPLEMENTED', 'EMBEDDED'))
);
create index lesson_by_finding on lesson (finding_id);
create index lesson_by_exercise on lesson (exercise_id);
create index lesson_by_owner on lesson (owner_id);
create index lesson_by_state on lesson (state, due);

create table lesson_action (
  lesson_id   uuid    not null,
  number      integer not null,
  text        text    not null,
  owner_id    uuid    not null,
  due         date,
  done_at     timestamptz,
  evidence    text    not null,
  dropped_why text,
  constraint lesson_action_pk primary key (lesson_id, number),
  constraint lesson_action_of_lesson foreign key (lesson_id) references lesson,
  constraint lesson_action_text check (char_length(text) between 1 and 500),
  constraint lesson_action_done check ((done_at is null) = (evidence = '') and (done_at is null or dropped_why is null))
);
create index lesson_action_by_owner on lesson_action (owner_id);

create table lesson_attachment (
  lesson_id    uuid        not null,
  number       integer     not null,
  slug         text        not null,
  inject       text        not null,
  attached_at  timestamptz not null,
  taken_off_at timestamptz,
  constraint lesson_attachment_pk primary key (lesson_id, number),
  constraint lesson_attachment_of_lesson foreign key (lesson_id) references lesson
);
create index lesson_attachment_by_inject on lesson_attachment (slug, inject);
create unique index lesson_attachment_once on lesson_attachment (lesson_id, slug, inject) where taken_off_at is null;

create table lesson_judgement (
  lesson_id   uuid        not null,
  attachment  integer     not null,
  exercise_id uuid        not null,
  ended_at    timestamptz not null,
  held        text        not null,
  reason      text        not null,
  cites       bigint[]    not null,
  judged_by   uuid        not null,
  judged_at   timestamptz not null,
  constraint lesson_judgement_pk primary key (lesson_id, attachment, exercise_id),
  constraint lesson_judgement_of_attachment foreign key (lesson_id, attachment) references lesson_attachment,
  constraint lesson_judgement_held check (held in ('HELD', 'PARTLY', 'NOT_HELD', 'NOT_REACHED')),
  constraint lesson_judgement_reason check (char_length(reason) between 1 and 4000)
);
create index lesson_judgement_by_exercise on lesson_judgement (exercise_id);

-- Every step of every lesson: who, when, what and why. The lessons can be rebuilt from it. Nothing is ever changed here.
create table lesson_history (
  lesson_id uuid        not null,
  step      integer     not null,
  act       text        not null,
  acted_by  uuid        not null,
  acted_at  timestamptz not null,
  facts     text        not null,
  constraint lesson_history_pk primary key (lesson_id, step),
  constraint lesson_history_step check (step > 0)
);

create function lesson_history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the history of lessons is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger lesson_history_change before update or delete on lesson_history for each row execute function lesson_history_is_append_only();
create trigger lesson_history_truncate before truncate on lesson_history for each statement execute function lesson_history_is_append_only();

revoke delete, truncate on lesson, lesson_action, lesson_attachment from startex_app;
revoke update, delete, truncate on lesson_judgement, lesson_history from startex_app;
