-- National Occupational Standards that people here have entered, and each person's own rounds of self-assessment. A round belongs to one person alone: they can delete it whole, and show
-- it to one other person for as long as they like. Nothing else points at these tables, and evidence never does.
create table nos_standard (
  urn        text        not null,
  approved   integer     not null,
  title      text        not null,
  entered_by uuid        not null,
  entered_at timestamptz not null,
  constraint nos_standard_pk primary key (urn, approved),
  constraint nos_standard_by_person foreign key (entered_by) references person,
  constraint nos_standard_form check (urn ~ '^[A-Z][A-Z0-9]{3,19}$' and title <> '')
);
create index nos_standard_by on nos_standard (entered_by);

create table nos_element (
  urn        text        not null,
  approved   integer     not null,
  kind       text        not null,
  number     integer     not null,
  text       text        not null,
  entered_by uuid        not null,
  entered_at timestamptz not null,
  constraint nos_element_pk primary key (urn, approved, kind, number),
  constraint nos_element_by_person foreign key (entered_by) references person,
  constraint nos_element_kind check (kind in ('KNOWLEDGE', 'SKILLS_AND_BEHAVIOURS')),
  constraint nos_element_number check (number between 1 and 200 and text <> '')
);
create index nos_element_by on nos_element (entered_by);

create table self_round (
  round_id    uuid        not null,
  person_id   uuid        not null,
  urn         text        not null,
  approved    integer     not null,
  begun_at    timestamptz not null,
  finished_at timestamptz,
  constraint self_round_pk primary key (round_id),
  constraint self_round_of_person foreign key (person_id) references person,
  constraint self_round_order check (finished_at >= begun_at)
);
create index self_round_by_person on self_round (person_id, begun_at desc);
create unique index self_round_one_open on self_round (person_id, urn, approved) where finished_at is null;

-- The text is kept as it was rated.
create table self_rating (
  round_id uuid        not null,
  kind     text        not null,
  number   integer     not null,
  text     text        not null,
  rating   integer     not null,
  rated_at timestamptz not null,
  constraint self_rating_pk primary key (round_id, kind, number),
  constraint self_rating_of_round foreign key (round_id) references self_round on delete cascade,
  constraint self_rating_scale check (rating between 1 and 10)
);

create table self_share (
  round_id  uuid        not null,
  reader_id uuid        not null,
  shared_at timestamptz not null,
  constraint self_share_pk primary key (round_id),
  constraint self_share_of_round foreign key (round_id) references self_round on delete cascade,
  constraint self_share_with_person foreign key (reader_id) references person
);
create index self_share_by_reader on self_share (reader_id);
