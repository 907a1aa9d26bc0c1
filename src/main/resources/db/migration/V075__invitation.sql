-- Invitations: how many personal links somebody has been given so far, so that a newer calendar file replaces an older one; and what an exercise's invitations say in the controllers' own words.
alter table planned_participant add column links integer not null default 0;
update planned_participant set links = 1 where link_hash is not null;

create table invitation_words (
  exercise_id uuid not null,
  words       text not null,
  constraint invitation_words_pk primary key (exercise_id),
  constraint invitation_words_length check (char_length(words) between 1 and 1000)
);

-- A mail may have several files: its own, or files that are kept elsewhere and known by their hash. What a secret mail says is deleted once it has left or is kept back.
create table outbox_file (
  about   uuid    not null,
  key     text    not null,
  place   integer not null,
  name    text    not null,
  type    text    not null,
  digest  text,
  content bytea,
  constraint outbox_file_pk primary key (about, key, place),
  constraint outbox_file_of foreign key (about, key) references outbox_mail on delete cascade,
  constraint outbox_file_one check ((digest is null) <> (content is null))
);
insert into outbox_file (about, key, place, name, type, content)
  select about, key, 0, file_name, file_type, file from outbox_mail where file is not null;
alter table outbox_mail drop constraint outbox_mail_file, drop column file_name, drop column file_type, drop column file;
alter table outbox_mail add column secret boolean not null default false;
