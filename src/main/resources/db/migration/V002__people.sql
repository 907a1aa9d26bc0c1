-- People, their accounts, and who takes part in which exercise.

create table person (
    person_id     uuid        not null,
    name          text        not null,
    organisation  text        not null,
    mail          text,
    demonstration boolean     not null default false,
    made_at       timestamptz not null,
    constraint person_pk primary key (person_id),
    constraint person_name_length check (char_length(name) between 1 and 80),
    constraint person_organisation_length check (char_length(organisation) <= 80),
    constraint person_mail_length check (char_length(mail) <= 254)
);
create index person_by_name on person (lower(name), person_id);

-- An account is a person's way in. Without a hash nobody can sign in until a one-time link has been used.
-- The epoch is raised to end every sign-in at once: what was signed in under an older one is over.
create table account (
    person_id     uuid        not null,
    username      text        not null,
    password_hash text,
    enabled       boolean     not null default true,
    epoch         integer     not null default 0,
    signed_in_at  timestamptz,
    constraint account_pk primary key (person_id),
    constraint account_of_person foreign key (person_id) references person,
    constraint account_username_form check (username ~ '^[[:alnum:]][[:alnum:]._@+-]{1,63}$')
);
create unique index account_username_once on account (lower(username));

create table account_role (
    person_id uuid not null,
    role      text not null,
    constraint account_role_pk primary key (person_id, role),
    constraint account_role_of_account foreign key (person_id) references account on delete cascade,
    constraint account_role_known check (role in
        ('ADMINISTRATOR', 'SCENARIO_AUTHOR', 'EXERCISE_DIRECTOR', 'ASSESSOR', 'LRC_WORKING_GROUP'))
);
create index account_role_by_role on account_role (role);

-- A browser that stays signed in. The series names the browser, the token changes at each use; only hashes are kept.
-- The previous token is good for a short while, because a browser sends several requests at once.
create table remembered_sign_in (
    series_hash   bytea       not null,
    person_id     uuid        not null,
    token_hash    bytea       not null,
    previous_hash bytea,
    epoch         integer     not null,
    browser       text        not null,
    made_at       timestamptz not null,
    turned_at     timestamptz not null,
    constraint remembered_sign_in_pk primary key (series_hash),
    constraint remembered_sign_in_of_account foreign key (person_id) references account on delete cascade
);
create index remembered_sign_in_by_person on remembered_sign_in (person_id, turned_at desc);

create table one_time_link (
    token_hash bytea       not null,
    purpose    text        not null,
    person_id  uuid,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint one_time_link_pk primary key (token_hash),
    constraint one_time_link_of_account foreign key (person_id) references account on delete cascade,
    constraint one_time_link_purpose check
        (purpose = 'FIRST_ADMINISTRATOR' and person_id is null or purpose = 'CHOOSE_PASSWORD' and person_id is not null)
);
create index one_time_link_by_person on one_time_link (person_id);

-- Somebody in one exercise: the pseudonym that the ledger uses, and the only place where it meets a name.
create table participant (
    exercise_id    uuid        not null,
    participant_id uuid        not null,
    person_id      uuid,
    name           text        not null,
    organisation   text        not null,
    joined_at      timestamptz not null,
    constraint participant_pk primary key (exercise_id, participant_id),
    constraint participant_of_person foreign key (person_id) references person,
    constraint participant_name_length check (char_length(name) between 1 and 80),
    constraint participant_organisation_length check (char_length(organisation) <= 80)
);
create unique index participant_name_once on participant (exercise_id, lower(name), lower(organisation));
create unique index participant_person_once on participant (exercise_id, person_id) where person_id is not null;
create index participant_by_person on participant (person_id) where person_id is not null;

create table participant_token (
    exercise_id    uuid        not null,
    token_hash     bytea       not null,
    participant_id uuid        not null,
    made_at        timestamptz not null,
    revoked_at     timestamptz,
    constraint participant_token_pk primary key (exercise_id, token_hash),
    constraint participant_token_of_participant foreign key (exercise_id, participant_id) references participant
);
create index participant_token_by_participant on participant_token (exercise_id, participant_id);

create table rejoin_code (
    exercise_id    uuid        not null,
    participant_id uuid        not null,
    code_hash      bytea       not null,
    made_at        timestamptz not null,
    constraint rejoin_code_pk primary key (exercise_id, participant_id),
    constraint rejoin_code_once unique (exercise_id, code_hash),
    constraint rejoin_code_of_participant foreign key (exercise_id, participant_id) references participant
);
