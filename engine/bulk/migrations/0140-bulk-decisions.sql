-- One set of answers that a clerk gives to many tasks of one kind. What becomes of each task stands in its item.
create table :schema.bulk_decision (
  id                text primary key,
  administration    text not null references :schema.administration (key),
  -- In whose name each task is completed.
  started_by        text not null references :schema.person (id),
  started_at        timestamptz not null,
  procedure_key     text not null,
  procedure_version integer not null,
  element_id        text not null,
  -- Values by JSON pointer into the form; what else is in it comes from each case.
  answers           jsonb not null,
  canceled_at       timestamptz
);
create index bulk_decision_by_time on :schema.bulk_decision (administration, started_at, id);
create index bulk_decision_of_person on :schema.bulk_decision (started_by, started_at, id);

create table :schema.bulk_item (
  bulk_id        text not null references :schema.bulk_decision (id),
  position       integer not null,
  administration text not null references :schema.administration (key),
  task_id        text not null,
  case_id        text not null references :schema.case_file (id),
  state          text not null check (state in ('waiting', 'done', 'failed', 'canceled')),
  -- Why it failed, and at which fields of the form.
  reason         text,
  fields         text[] not null,
  attempts       integer not null,
  -- Until then a process that took it may still be at it.
  next_at        timestamptz not null,
  settled_at     timestamptz,
  primary key (bulk_id, position),
  check (state <> 'failed' or reason is not null)
);
-- Those of a small decision do not wait for all those of a large one.
create index bulk_item_due on :schema.bulk_item (position, bulk_id) where state = 'waiting';
-- A task is in one of them at a time.
create unique index bulk_item_of_task on :schema.bulk_item (task_id) where state = 'waiting';
create index bulk_item_of_case on :schema.bulk_item (case_id);
