-- A file of rights that live in an earlier system, with what that system says that there is, and what was confirmed of it.
create table :schema.right_import (
  id                text primary key,
  administration    text not null references :schema.administration (key),
  procedure_key     text not null,
  -- By whose kind the rows were judged last.
  procedure_version integer not null,
  kind              text not null,
  uploaded_by       text not null references :schema.person (id),
  uploaded_at       timestamptz not null,
  file_name         text not null,
  -- Empty, and null, while it still comes in.
  header            text[] not null,
  file_sha256       text,
  rows              integer not null,
  -- What the earlier system says that there is, typed in before anything is taken over; null until then.
  controls          jsonb,
  -- Counts the dry runs: what an earlier one found is no more.
  revision          integer not null default 0,
  state             text not null
    check (state in ('receiving', 'uploaded', 'checking', 'checked', 'running', 'stopped', 'finished', 'confirmed')),
  -- Until then a process that took it may still be at it.
  next_at           timestamptz not null,
  started_at        timestamptz,
  -- In whose name it is looked through, and its rights are taken over.
  started_by        text references :schema.person (id),
  finished_at       timestamptz,
  -- How the file and what stands compared when a second person said so; neither names nor numbers are in it.
  reconciliation    jsonb,
  confirmed_by      text references :schema.person (id),
  confirmed_at      timestamptz,
  remark            text,
  erase_at          timestamptz not null,
  erased_at         timestamptz,
  check (state in ('receiving', 'uploaded') or started_by is not null),
  check (state = 'receiving' or file_sha256 is not null),
  check ((state = 'confirmed') = (confirmed_by is not null and reconciliation is not null)),
  -- Nobody confirms what they took over.
  check (confirmed_by <> started_by)
);
create index right_import_by_time on :schema.right_import (administration, uploaded_at, id);
create index right_import_due on :schema.right_import (next_at) where state in ('checking', 'running');
-- Whoever started one that runs may add rights: asked of each of them.
create index right_import_running on :schema.right_import (started_by) where state = 'running';
create index right_import_to_erase on :schema.right_import (erase_at) where erased_at is null;

create table :schema.right_import_row (
  import_id      text not null references :schema.right_import (id),
  position       integer not null,
  administration text not null references :schema.administration (key),
  -- Where it begins in the file.
  line           integer not null,
  -- The cells: numbers of people are among them, so that nobody reads them here. Null once erased.
  sealed         text,
  state          text not null
    check (state in ('waiting', 'ready', 'same', 'differs', 'wrong', 'imported', 'changed', 'failed')),
  -- What is wrong with which column; never what stands there.
  findings       jsonb not null,
  -- What the file says of it, to be counted: its number, its state, and cents by field.
  number         text,
  right_state    text,
  amounts        jsonb,
  -- Of a right that stands: in what the file says otherwise, and who accepted that.
  differences    text[] not null default '{}',
  accepted_by    text references :schema.person (id),
  right_id       text references :schema.granted_right (id),
  case_id        text references :schema.case_file (id),
  primary key (import_id, position)
);
create index right_import_row_waiting on :schema.right_import_row (import_id, position) where state = 'waiting';
create index right_import_row_to_do on :schema.right_import_row (import_id, position)
  where state = 'ready' or (state = 'differs' and accepted_by is not null);
create index right_import_row_by_state on :schema.right_import_row (import_id, state, position);
create index right_import_row_of_number on :schema.right_import_row (import_id, number);
create index right_import_row_of_right on :schema.right_import_row (right_id) where right_id is not null;
create index right_import_row_of_case on :schema.right_import_row (case_id) where case_id is not null;
