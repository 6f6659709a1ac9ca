-- Running cases that an analyst moves to another version of their procedure. What becomes of each case stands in its item.
create table :schema.version_move (
  id             text primary key,
  administration text not null references :schema.administration (key),
  procedure_key  text not null references :schema.procedure (key),
  -- Numbers of the versions whose cases move.
  from_versions  jsonb not null,
  to_version     integer not null,
  -- Which step goes to which, where that is not the one of the same id.
  places         jsonb not null,
  reason         text not null,
  -- In whose name each case moves.
  started_by     text not null references :schema.person (id),
  started_at     timestamptz not null,
  canceled_at    timestamptz,
  foreign key (procedure_key, to_version) references :schema.procedure_version (procedure_key, version)
);
create index version_move_of_procedure on :schema.version_move (procedure_key, started_at, id);

create table :schema.version_move_item (
  move_id        text not null references :schema.version_move (id),
  position       integer not null,
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  from_version   integer not null,
  state          text not null check (state in ('waiting', 'moved', 'stayed', 'failed', 'canceled')),
  -- Whether the engine may have moved a part of it: then it is finished, never begun anew.
  begun          boolean not null default false,
  -- Where its tasks stand afterwards, by their ids.
  tasks          jsonb,
  -- Why it stayed or failed, and what in it that is about, in words.
  reason         text,
  subject        jsonb,
  attempts       integer not null default 0,
  -- Until then a process that took it may still be at it.
  next_at        timestamptz not null,
  settled_at     timestamptz,
  primary key (move_id, position),
  check (state not in ('stayed', 'failed') or reason is not null),
  check (not begun or tasks is not null)
);
create index version_move_item_due on :schema.version_move_item (position, move_id) where state = 'waiting';
-- A case moves to one version at a time.
create unique index version_move_item_of_case on :schema.version_move_item (case_id) where state = 'waiting';
create index version_move_item_by_case on :schema.version_move_item (case_id);
