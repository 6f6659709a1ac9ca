-- A file of cases of an earlier system that somebody wants to take over, and how it is read.
create table :schema.case_import (
  id                text primary key,
  administration    text not null references :schema.administration (key),
  procedure_key     text not null,
  -- By whose form the rows were judged last.
  procedure_version integer not null,
  uploaded_by       text not null references :schema.person (id),
  uploaded_at       timestamptz not null,
  file_name         text not null,
  file_sha256       text not null,
  file_bytes        integer not null,
  header            text[] not null,
  rows              integer not null,
  -- Which column is what; null until somebody said so.
  settings          jsonb,
  -- Counts the dry runs: what an earlier one found is no more.
  revision          integer not null default 0,
  state             text not null check (state in ('uploaded', 'checking', 'checked', 'running', 'stopped', 'finished')),
  -- Until then a process that took it may still be at it.
  next_at           timestamptz not null,
  started_at        timestamptz,
  -- In whose name it is looked through, and its cases are opened.
  started_by        text references :schema.person (id),
  finished_at       timestamptz,
  erase_at          timestamptz not null,
  erased_at         timestamptz,
  check (state = 'uploaded' or started_by is not null)
);
create index case_import_by_time on :schema.case_import (administration, uploaded_at, id);
create index case_import_due on :schema.case_import (next_at) where state in ('checking', 'running');
create index case_import_to_erase on :schema.case_import (erase_at) where erased_at is null;

create table :schema.case_import_row (
  import_id      text not null references :schema.case_import (id),
  position       integer not null,
  administration text not null references :schema.administration (key),
  -- Where it begins in the file.
  line           integer not null,
  -- The cells: restricted answers and numbers of people are among them, so that nobody reads them here. Null once erased.
  sealed         text,
  state          text not null check (state in ('waiting', 'ready', 'known', 'wrong', 'imported', 'failed')),
  -- What is wrong with which column; never what stands there.
  findings       jsonb not null,
  reference      text,
  number_index   text,
  case_id        text references :schema.case_file (id),
  primary key (import_id, position)
);
create index case_import_row_waiting on :schema.case_import_row (import_id, position) where state = 'waiting';
create index case_import_row_ready on :schema.case_import_row (import_id, position) where state = 'ready';
create index case_import_row_of_reference on :schema.case_import_row (import_id, reference);
create index case_import_row_of_number on :schema.case_import_row (import_id, number_index);
create index case_import_row_of_case on :schema.case_import_row (case_id) where case_id is not null;
