create table :schema.term (
  case_id           text not null references :schema.case_file (id),
  key               text not null,
  administration    text not null references :schema.administration (key),
  label             jsonb not null,
  kind              text not null check (kind in ('calendarDays', 'workingDays', 'months')),
  legal_ref         text not null,
  state             text not null check (state in ('running', 'suspended', 'met', 'expired')),
  started_on        date not null,
  due_on            date not null,
  -- Days left when the term was suspended; null while it runs.
  days_left         integer,
  suspensions       jsonb not null,
  primary key (case_id, key)
);

create table :schema.status_change (
  id             bigint generated always as identity primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  status         text not null,
  at             timestamptz not null
);
create index status_change_of_case on :schema.status_change (case_id);

create table :schema.timeline_entry (
  id                   bigint generated always as identity primary key,
  case_id              text not null references :schema.case_file (id),
  administration       text not null references :schema.administration (key),
  at                   timestamptz not null,
  kind                 text not null,
  text                 jsonb not null,
  actor                jsonb not null,
  visible_to_applicant boolean not null,
  document_id          text references :schema.document (id)
);
create index timeline_entry_of_case on :schema.timeline_entry (case_id, id);

create table :schema.information_request (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  items          jsonb not null,
  note           text,
  asked_at       timestamptz not null,
  due_on         date not null,
  state          text not null check (state in ('open', 'answered', 'expired', 'canceled')),
  answered_at    timestamptz,
  answer         jsonb
);
create unique index information_request_open on :schema.information_request (case_id) where state = 'open';
create index information_request_of_case on :schema.information_request (case_id);

create table :schema.decision (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  outcome        text not null,
  decided_at     timestamptz not null,
  decided_by     text,
  grounds        jsonb not null,
  amount         numeric(14, 2),
  valid_from     date,
  valid_to       date
);
create index decision_of_case on :schema.decision (case_id);

create table :schema.letter (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  template       text not null,
  subject        text not null,
  language       text not null,
  sent_at        timestamptz not null,
  document_id    text not null references :schema.document (id),
  channels       jsonb not null
);
create index letter_of_case on :schema.letter (case_id);

create table :schema.note (
  id             bigint generated always as identity primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  at             timestamptz not null,
  written_by     text not null references :schema.person (id),
  text           text not null
);
create index note_of_case on :schema.note (case_id);

create table :schema.consultation (
  id             bigint generated always as identity primary key,
  administration text not null references :schema.administration (key),
  person_id      text not null references :schema.person (id),
  case_id        text references :schema.case_file (id),
  draft_id       text references :schema.application_draft (id),
  at             timestamptz not null,
  source_key     text not null,
  source         jsonb not null,
  purpose        jsonb not null,
  legal_basis    text not null,
  consulted_by   text not null,
  outcome        text not null
);
create index consultation_of_person on :schema.consultation (person_id, id desc);
create index consultation_of_case on :schema.consultation (case_id) where case_id is not null;

-- What a connector was answered under an idempotency key, so that a retry changes nothing.
create table :schema.idempotent_reply (
  case_id   text not null references :schema.case_file (id),
  key       text not null,
  operation text not null,
  reply     jsonb not null,
  at        timestamptz not null,
  primary key (case_id, key)
);
