create table :schema.task (
  -- The engine's user task key.
  id                   text primary key,
  administration       text not null references :schema.administration (key),
  case_id              text not null references :schema.case_file (id),
  process_instance_key text not null,
  element_id           text not null,
  state                text not null check (state in ('open', 'completed', 'canceled')),
  assignee             text references :schema.person (id),
  assigned_at          timestamptz,
  candidate_groups     text[] not null,
  priority             integer not null,
  created_at           timestamptz not null,
  ended_at             timestamptz,
  -- Written before the engine is asked: if the answer is lost, four eyes still know who it was.
  completing_by        text references :schema.person (id),
  completed_by         text references :schema.person (id),
  draft                jsonb
);
create index task_worklist on :schema.task (administration, state, created_at, id);
create index task_of_assignee on :schema.task (assignee, state) where assignee is not null;
create index task_of_case on :schema.task (case_id);

create table :schema.outbox (
  id         bigint generated always as identity primary key,
  case_id    text not null references :schema.case_file (id),
  kind       text not null check (kind in ('startProcess', 'publishMessage', 'cancelDuplicates')),
  message    jsonb not null,
  state      text not null check (state in ('waiting', 'done', 'failed')),
  -- True once a call went out whose outcome nobody knows.
  uncertain  boolean not null default false,
  attempts   integer not null default 0,
  next_at    timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  done_at    timestamptz
);
create index outbox_waiting on :schema.outbox (next_at, id) where state = 'waiting';
create index outbox_of_case on :schema.outbox (case_id);
