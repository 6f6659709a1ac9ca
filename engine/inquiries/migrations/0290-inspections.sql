-- Somebody goes and looks before a case is decided: who, at what, until when, and what they found.
create table :schema.inspection (
  id                   text primary key,
  case_id              text not null references :schema.case_file (id),
  -- Whose case it is.
  administration       text not null references :schema.administration (key),
  -- As the procedure calls it.
  key                  text not null,
  label                jsonb not null,
  -- A group of whatever administration, or a colleague.
  asked_administration text not null references :schema.administration (key),
  asked_group          text,
  asked_person         text references :schema.person (id),
  -- What they were called on the day on which they were asked.
  asked_name           jsonb not null,
  -- Where to go, and what to look at.
  address              text not null,
  subject              text not null,
  documents            text[] not null,
  -- The applicant knows of it and reads the report.
  is_public            boolean not null,
  asked_at             timestamptz not null,
  -- Null where the process asked.
  asked_by             text references :schema.person (id),
  -- The last day to report, as it was said: whoever was asked counts on it.
  due_on               date not null,
  -- When whoever was asked means to go.
  visit_on             date,
  state                text not null check (state in ('asked', 'reported', 'expired', 'withdrawn')),
  -- The report as far as it was written; null before and after.
  draft                jsonb,
  outcome              text check (outcome in ('compliant', 'partly', 'notCompliant', 'notSeen')),
  report               jsonb,
  report_documents     text[] not null,
  ended_at             timestamptz,
  ended_by             text references :schema.person (id),
  -- Why it was withdrawn; null where the case was closed.
  reason               text,
  check ((asked_group is null) <> (asked_person is null)),
  check (asked_person is null or asked_administration = administration),
  check ((state = 'asked') = (ended_at is null)),
  check ((outcome is null) = (state <> 'reported'))
);
create index inspection_of_case on :schema.inspection (case_id, asked_at);
create index inspection_of_administration on :schema.inspection (asked_administration, due_on) where state = 'asked';
create index inspection_of_group on :schema.inspection (asked_administration, asked_group, due_on) where state = 'asked';
create index inspection_of_person on :schema.inspection (asked_person) where state = 'asked';
create index inspection_ended on :schema.inspection (asked_administration, ended_at desc) where state <> 'asked';
create index inspection_due on :schema.inspection (due_on) where state = 'asked';

-- Whoever inspects for another administration looks at what was handed over: each office tells its own openings.
alter table :schema.file_access drop constraint file_access_category_check;
alter table :schema.file_access add constraint file_access_category_check
  check (category in ('handling', 'incident', 'wrongData', 'askedByApplicant', 'control', 'legalDuty', 'opinion', 'transfer', 'inspection'));
