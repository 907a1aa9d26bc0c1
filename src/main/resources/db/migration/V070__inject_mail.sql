-- To which addresses injects of the channel mail also leave (personal data, so not in the record), and how far each exercise's record has been read for it.
create table inject_mail_address (
  exercise_id uuid        not null,
  cell        text        not null,
  post        text        not null,
  address     text        not null,
  added_at    timestamptz not null,
  constraint inject_mail_address_pk primary key (exercise_id, cell, post, address)
);

create table mail_cursor (
  exercise_id uuid   not null,
  seq         bigint not null,
  constraint mail_cursor_pk primary key (exercise_id),
  constraint mail_cursor_seq check (seq >= 0)
);
