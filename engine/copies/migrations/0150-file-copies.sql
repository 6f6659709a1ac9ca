-- Copies of the file of a case: for whom, by whom, why, what is in them and what was left out.
create table :schema.file_copy (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  audience       text not null check (audience in ('party', 'office')),
  -- For whom it was made, as the clerk wrote it; null where the applicant made it.
  recipient      text,
  reason         text,
  -- Whether the applicant can fetch it on the portal.
  handed_over    boolean not null,
  made_by        text not null references :schema.person (id),
  asked_at       timestamptz not null,
  language       text not null,
  -- What it says, as it was when it was asked for.
  content        jsonb not null,
  -- Each document of it: its number, its pages, or why it is left out.
  pieces         jsonb not null,
  state          text not null check (state in ('waiting', 'ready', 'failed')),
  attempts       integer not null default 0,
  -- Before that moment nobody else takes it.
  next_at        timestamptz not null,
  document_id    text references :schema.document (id),
  pages          integer,
  ready_at       timestamptz,
  check (state <> 'ready' or document_id is not null)
);
create index file_copy_of_case on :schema.file_copy (case_id, asked_at);
create index file_copy_to_make on :schema.file_copy (next_at) where state = 'waiting';
