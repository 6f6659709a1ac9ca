create table :schema.application_draft (
  id                text primary key,
  procedure_key     text not null,
  procedure_version integer not null,
  administration    text not null references :schema.administration (key),
  person_id         text not null references :schema.person (id),
  language          text not null check (language in ('fr', 'nl', 'en')),
  revision          integer not null,
  data              jsonb not null,
  prefill           jsonb not null,
  unavailable       jsonb not null,
  page              text,
  created_at        timestamptz not null,
  saved_at          timestamptz not null,
  case_id           text,
  foreign key (procedure_key, procedure_version) references :schema.procedure_version (procedure_key, version)
);
create unique index application_draft_open on :schema.application_draft (person_id, procedure_key) where case_id is null;

create table :schema.case_file (
  id                   text primary key,
  administration       text not null references :schema.administration (key),
  reference            text not null unique,
  procedure_key        text not null,
  procedure_version    integer not null,
  person_id            text not null references :schema.person (id),
  applicant            text not null,
  applicant_email      text,
  -- Reference and name of the applicant without case and accents.
  search_text          text not null,
  language             text not null check (language in ('fr', 'nl', 'en')),
  status               text not null,
  data                 jsonb not null,
  prefill              jsonb not null,
  submitted_at         timestamptz not null,
  updated_at           timestamptz not null,
  closed_at            timestamptz,
  withdrawal_asked_at  timestamptz,
  process_instance_key text,
  -- One submission makes one case, whatever is clicked or retried.
  draft_id             text not null unique references :schema.application_draft (id),
  foreign key (procedure_key, procedure_version) references :schema.procedure_version (procedure_key, version)
);
create index case_file_worklist on :schema.case_file (administration, submitted_at desc, id desc);
create index case_file_of_person on :schema.case_file (person_id, submitted_at desc);
create index case_file_of_instance on :schema.case_file (process_instance_key) where process_instance_key is not null;

create table :schema.case_counter (
  prefix text not null,
  year   integer not null,
  last   integer not null,
  primary key (prefix, year)
);

-- Bytes arrive under an upload; content names the upload that holds it. Uploads without content are swept.
create table :schema.document_upload (
  id         text primary key,
  started_at timestamptz not null
);

create table :schema.document_chunk (
  upload_id text not null references :schema.document_upload (id) on delete cascade,
  ordinal   integer not null,
  bytes     bytea not null,
  primary key (upload_id, ordinal)
);

create table :schema.document_content (
  sha256    text primary key,
  upload_id text not null unique references :schema.document_upload (id),
  size      integer not null
);

create table :schema.document (
  id                   text primary key,
  administration       text not null references :schema.administration (key),
  draft_id             text references :schema.application_draft (id),
  case_id              text references :schema.case_file (id),
  pointer              text,
  name                 text not null,
  media_type           text not null,
  size                 integer not null,
  sha256               text not null references :schema.document_content (sha256),
  origin               text not null check (origin in ('applicant', 'letter', 'agent', 'source')),
  category             text not null,
  visible_to_applicant boolean not null,
  added_at             timestamptz not null,
  added_by             text not null,
  check (draft_id is not null or case_id is not null)
);
create index document_of_case on :schema.document (case_id) where case_id is not null;
create index document_of_draft on :schema.document (draft_id) where draft_id is not null;
