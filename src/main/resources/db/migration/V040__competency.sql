-- Competency: who learns with which assessors, pieces of evidence with what was known at the time, and every claim and judgement. Nothing is changed after it was written; what a claim
-- stands at is what its last act says.
create table learner (
  person_id   uuid        not null,
  standard    text        not null,
  version     text        not null,
  enrolled_at timestamptz not null,
  constraint learner_pk primary key (person_id),
  constraint learner_of_person foreign key (person_id) references person
);

create table learner_assessor (
  learner_id  uuid        not null,
  assessor_id uuid        not null,
  named_at    timestamptz not null,
  ended_at    timestamptz,
  constraint learner_assessor_pk primary key (learner_id, assessor_id, named_at),
  constraint learner_assessor_of_learner foreign key (learner_id) references learner,
  constraint learner_assessor_of_person foreign key (assessor_id) references person,
  constraint learner_assessor_not_oneself check (learner_id <> assessor_id),
  constraint learner_assessor_order check (ended_at >= named_at)
);
create unique index learner_assessor_named_once on learner_assessor (learner_id, assessor_id) where ended_at is null;
create index learner_assessor_by_assessor on learner_assessor (assessor_id) where ended_at is null;

-- The part is 0 for the entry itself and counts the actions that a decision raised.
create table evidence (
  evidence_id uuid        not null,
  learner_id  uuid        not null,
  exercise_id uuid        not null,
  seq         bigint      not null,
  part        integer     not null,
  kind        text        not null,
  statement   text        not null,
  context     text        not null,
  made_at     timestamptz not null,
  constraint evidence_pk primary key (evidence_id),
  constraint evidence_of_learner foreign key (learner_id) references learner,
  constraint evidence_once unique (learner_id, exercise_id, seq, part),
  constraint evidence_seq check (seq > 0 and part >= 0),
  constraint evidence_kind check (kind in ('DECISION', 'ACTION', 'OBSERVATION')),
  constraint evidence_statement check (statement <> '')
);
create index evidence_by_entry on evidence (exercise_id, seq);

create table evidence_act (
  evidence_id uuid        not null,
  number      integer     not null,
  at          timestamptz not null,
  by_id       uuid        not null,
  act         text        not null,
  ksb         text        not null,
  words       text        not null,
  observed    boolean     not null,
  role        text,
  constraint evidence_act_pk primary key (evidence_id, number),
  constraint evidence_act_of_evidence foreign key (evidence_id) references evidence,
  constraint evidence_act_by_person foreign key (by_id) references person,
  constraint evidence_act_known check (act in ('CLAIMED', 'ACCEPTED', 'DECLINED', 'MORE_WANTED', 'RESUBMITTED', 'WITHDRAWN')),
  constraint evidence_act_reason check (words <> '' or act in ('CLAIMED', 'WITHDRAWN')),
  constraint evidence_act_ksb check (ksb ~ '^[KSB][0-9]{1,2}$')
);
create index evidence_act_by_person on evidence_act (by_id);

revoke update, delete, truncate on learner, learner_assessor, evidence, evidence_act from startex_app;
grant update (ended_at) on learner_assessor to startex_app;
