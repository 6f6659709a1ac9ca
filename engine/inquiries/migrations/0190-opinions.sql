-- What others think of a case before it is decided: who is asked what, until when, and what came of it.
create table :schema.opinion (
  id                   text primary key,
  case_id              text not null references :schema.case_file (id),
  -- Whose case it is.
  administration       text not null references :schema.administration (key),
  -- As the procedure calls it; null where a clerk asked by hand.
  key                  text,
  label                jsonb,
  -- A group of whatever administration, or a colleague.
  asked_administration text not null references :schema.administration (key),
  asked_group          text,
  asked_person         text references :schema.person (id),
  -- What they were called on the day on which they were asked.
  asked_name           jsonb not null,
  question             text not null,
  documents            text[] not null,
  -- The applicant reads the answer too.
  is_public            boolean not null,
  asked_at             timestamptz not null,
  -- Null where the process asked.
  asked_by             text references :schema.person (id),
  -- The last day to answer, as it was said: whoever was asked counts on it.
  due_on               date not null,
  -- What silence means.
  tacit                text not null check (tacit in ('none', 'favorable', 'unfavorable')),
  state                text not null check (state in ('asked', 'given', 'expired', 'withdrawn')),
  outcome              text check (outcome in ('favorable', 'conditional', 'unfavorable', 'abstained')),
  conditions           text,
  motivation           text,
  answer_documents     text[] not null,
  ended_at             timestamptz,
  ended_by             text references :schema.person (id),
  -- Why it was withdrawn; null where the case was closed.
  reason               text,
  check ((asked_group is null) <> (asked_person is null)),
  check (asked_person is null or asked_administration = administration),
  check ((state = 'asked') = (ended_at is null)),
  check (outcome is null or state in ('given', 'expired'))
);
create index opinion_of_case on :schema.opinion (case_id, asked_at);
create index opinion_of_administration on :schema.opinion (asked_administration, due_on) where state = 'asked';
create index opinion_of_group on :schema.opinion (asked_administration, asked_group, due_on) where state = 'asked';
create index opinion_of_person on :schema.opinion (asked_person) where state = 'asked';
create index opinion_ended on :schema.opinion (asked_administration, ended_at desc) where state <> 'asked';
create index opinion_due on :schema.opinion (due_on) where state = 'asked';

-- Whoever is asked by another administration looks at what was handed over: each office tells its own openings.
alter table :schema.file_access drop constraint file_access_category_check;
alter table :schema.file_access add constraint file_access_category_check
  check (category in ('handling', 'incident', 'wrongData', 'askedByApplicant', 'control', 'legalDuty', 'opinion'));
drop index :schema.file_access_opening;
create unique index file_access_opening on :schema.file_access (case_id, administration, acting_as, day) where kind = 'opening';
