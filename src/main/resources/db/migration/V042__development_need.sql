-- What a person or a role needs to learn because of a lesson about skill. Nothing is changed after it was written; a need stands at what its last act says.
create table development_need (
  need_id   uuid        not null,
  person_id uuid,
  role      text        not null,
  lesson_id uuid        not null,
  text      text        not null,
  ksbs      text[]      not null,
  constraint development_need_pk primary key (need_id),
  constraint development_need_of_learner foreign key (person_id) references learner,
  constraint development_need_of_one check ((person_id is null) <> (role = '')),
  constraint development_need_text check (text <> '')
);
create index development_need_by_person on development_need (person_id) where person_id is not null;
create index development_need_by_lesson on development_need (lesson_id);

create table development_need_act (
  need_id uuid        not null,
  number  integer     not null,
  at      timestamptz not null,
  by_id   uuid        not null,
  state   text        not null,
  reason  text        not null,
  constraint development_need_act_pk primary key (need_id, number),
  constraint development_need_act_of_need foreign key (need_id) references development_need,
  constraint development_need_act_by_person foreign key (by_id) references person,
  constraint development_need_act_known check (state in ('OPEN', 'BEING_MET', 'MET')),
  constraint development_need_act_reason check (reason <> '' or number = 1)
);
create index development_need_act_by on development_need_act (by_id);

revoke update, delete, truncate on development_need, development_need_act from startex_app;
