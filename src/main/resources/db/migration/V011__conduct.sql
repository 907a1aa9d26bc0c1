-- What conducting needs beside the record itself: which exercises there are, how to join them, who has received and seen what, and when the program was last alive.
create table exercise (
  exercise_id uuid        not null,
  title       text        not null,
  slug        text        not null,
  planned_for timestamptz not null,
  made_at     timestamptz not null,
  constraint exercise_pk primary key (exercise_id)
);
create index exercise_planned_for on exercise (planned_for desc);

create table join_code (
  exercise_id uuid        not null,
  code        text        not null,
  cell        text,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  closed_at   timestamptz,
  constraint join_code_pk primary key (exercise_id, code)
);
create unique index join_code_code on join_code (code);

create table delivery_receipt (
  exercise_id    uuid        not null,
  participant_id uuid        not null,
  seq            bigint      not null,
  received_at    timestamptz not null,
  seen_at        timestamptz,
  constraint delivery_receipt_pk primary key (exercise_id, participant_id, seq)
);
create index delivery_receipt_seq on delivery_receipt (exercise_id, seq);

create table heartbeat (
  exercise_id uuid        not null,
  alive_at    timestamptz not null,
  constraint heartbeat_pk primary key (exercise_id)
);
