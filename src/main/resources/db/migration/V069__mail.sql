-- Mail that is to leave, leaves or has left. Recorded in the transaction of what causes it; the key makes sure that one cause makes one mail.
create table outbox_mail (
  about         uuid        not null,
  key           text        not null,
  matter        text        not null,
  recipient     text        not null,
  subject       text        not null,
  body          text        not null,
  simulated     boolean     not null,
  file_name     text,
  file_type     text,
  file          bytea,
  written_at    timestamptz not null,
  state         text        not null default 'WAITING',
  attempts      integer     not null default 0,
  patience_from timestamptz not null,
  next_at       timestamptz not null,
  answer        text        not null default '',
  settled_at    timestamptz,
  constraint outbox_mail_pk primary key (about, key),
  constraint outbox_mail_state check (state in ('WAITING', 'SENT', 'FAILED', 'WITHDRAWN')),
  constraint outbox_mail_settled check ((state = 'WAITING') = (settled_at is null)),
  constraint outbox_mail_file check ((file is null) = (file_name is null) and (file is null) = (file_type is null))
);
create index outbox_mail_waiting on outbox_mail (next_at) where state = 'WAITING';
create index outbox_mail_in_order on outbox_mail (about, recipient, written_at, key) where state = 'WAITING';
create index outbox_mail_matter on outbox_mail (about, matter);
