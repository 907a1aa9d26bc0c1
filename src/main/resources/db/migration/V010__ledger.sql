-- The record of each exercise: append-only, hash-chained. Facts are kept for ever; text and salt can be erased, and nothing else.
create table ledger_entry (
  exercise_id   uuid        not null,
  seq           bigint      not null,
  recorded_at   timestamptz not null,
  occurred_at   timestamptz not null,
  exercise_time bigint,
  actor         text        not null,
  audience      text        not null,
  kind          text        not null,
  version       integer     not null,
  facts         text        not null,
  text          text,
  salt          bytea,
  text_hash     bytea,
  prev_hash     bytea       not null,
  hash          bytea       not null,
  constraint ledger_entry_pk primary key (exercise_id, seq),
  constraint ledger_entry_seq check (seq > 0),
  constraint ledger_entry_time check (exercise_time >= 0),
  constraint ledger_entry_hash check (octet_length(hash) = 32),
  constraint ledger_entry_text check ((text is null) = (salt is null) and (text is null or text_hash is not null))
);

create table command_receipt (
  exercise_id  uuid        not null,
  actor        text        not null,
  client_id    uuid        not null,
  request_hash bytea       not null,
  refused      text,
  field        text,
  seq          bigint,
  made_at      timestamptz not null,
  constraint command_receipt_pk primary key (exercise_id, client_id, actor),
  constraint command_receipt_ruling check ((refused is null) = (seq is not null) and (refused is null) = (field is null))
);

create table ledger_head (
  exercise_id uuid        not null,
  purpose     text        not null,
  entries     bigint      not null,
  at          timestamptz not null,
  head_hash   text        not null,
  fingerprint text        not null,
  signature   text        not null,
  constraint ledger_head_pk primary key (exercise_id, purpose, entries),
  constraint ledger_head_purpose check (purpose in ('seal', 'checkpoint'))
);
create unique index ledger_head_one_seal on ledger_head (exercise_id) where purpose = 'seal';

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function ledger_only_redaction() returns trigger language plpgsql as $$
begin
  if new.text is not null or new.salt is not null
     or (new.exercise_id, new.seq, new.recorded_at, new.occurred_at, new.actor, new.audience, new.kind, new.version, new.facts, new.prev_hash, new.hash)
        is distinct from (old.exercise_id, old.seq, old.recorded_at, old.occurred_at, old.actor, old.audience, old.kind, old.version, old.facts, old.prev_hash, old.hash)
     or new.exercise_time is distinct from old.exercise_time
     or new.text_hash is distinct from old.text_hash then
    raise exception 'the record is append-only: only a text with its salt can be erased' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger ledger_entry_redaction before update on ledger_entry for each row execute function ledger_only_redaction();
create trigger ledger_entry_delete before delete on ledger_entry for each row execute function ledger_is_append_only();
create trigger ledger_entry_truncate before truncate on ledger_entry for each statement execute function ledger_is_append_only();
create trigger command_receipt_change before update or delete on command_receipt for each row execute function ledger_is_append_only();
create trigger command_receipt_truncate before truncate on command_receipt for each statement execute function ledger_is_append_only();
create trigger ledger_head_change before update or delete on ledger_head for each row execute function ledger_is_append_only();
create trigger ledger_head_truncate before truncate on ledger_head for each statement execute function ledger_is_append_only();

revoke update, delete, truncate on ledger_entry, command_receipt, ledger_head from startex_app;
grant update (text, salt) on ledger_entry to startex_app;
