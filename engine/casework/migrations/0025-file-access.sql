-- What staff did with the personal data of a case, as the person concerned is told. Openings are one row an office
-- function and day; who it was stands in the audit log alone.
create table :schema.file_access (
  id             text primary key,
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.person (id),
  kind           text not null check (kind in ('opening', 'unmasking', 'correction', 'suspension', 'resumption', 'cancellation', 'retry')),
  acting_as      text not null check (acting_as in ('agent', 'supervisor', 'analyst', 'administrator')),
  category       text not null check (category in ('handling', 'incident', 'wrongData', 'askedByApplicant', 'control', 'legalDuty')),
  outcome        text not null check (outcome in ('asked', 'done', 'failed')),
  day            date not null,
  first_at       timestamptz not null,
  last_at        timestamptz not null
);
create unique index file_access_opening on :schema.file_access (case_id, acting_as, day) where kind = 'opening';
create index file_access_of_person on :schema.file_access (person_id, last_at desc, id desc);
