-- Each file of a draft knows in which revision of the draft it was written last, so that two people on two files do not meet.
alter table :schema.procedure_draft_file
  add column revision   integer,
  add column written_at timestamptz,
  add column written_by text,
  -- How it came to be: saved, restored, imported, discarded.
  add column act        text not null default 'saved',
  -- The window in which it was written, and since when that window writes without a copy being kept.
  add column sitting    text,
  add column begun_at   timestamptz;
update :schema.procedure_draft_file f set revision = d.revision, written_at = d.updated_at, written_by = d.updated_by
  from :schema.procedure_draft d where d.procedure_key = f.procedure_key;
alter table :schema.procedure_draft_file
  alter column revision set not null,
  alter column written_at set not null;

-- What files of drafts said before. `set_aside` was never in the draft: its author took the text of somebody else.
create table :schema.replaced_file (
  procedure_key text not null references :schema.procedure (key),
  path          text not null,
  -- In which revision of the draft it was written, and in which it went.
  revision      integer not null,
  replaced_in   integer not null,
  content       text not null,
  characters    integer not null,
  act           text not null,
  fate          text not null check (fate in ('replaced', 'removed', 'set_aside')),
  written_at    timestamptz not null,
  written_by    text,
  replaced_at   timestamptz not null,
  replaced_by   text,
  primary key (procedure_key, path, revision)
);

-- Who has a draft open now, in which window, at which file. A row is over seconds after its window said nothing more.
create table :schema.draft_presence (
  procedure_key text not null references :schema.procedure_draft (procedure_key) on delete cascade,
  window_id     text not null,
  person_id     text not null,
  name          text not null,
  path          text,
  is_editing    boolean not null,
  seen_at       timestamptz not null,
  primary key (procedure_key, window_id)
);
create index draft_presence_seen on :schema.draft_presence (seen_at);
