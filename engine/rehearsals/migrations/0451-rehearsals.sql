/*
 * What-if: closed cases of a period, replayed on the draft of their procedure. Of each procedure the newest one is kept alone. What
 * is kept of a case is how it ended and how it would have ended; it goes with the case.
 */
create table :schema.rehearsal (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- A new one takes the place of the one before.
  procedure_key  text not null unique references :schema.procedure (key),
  from_day       date not null,
  to_day         date not null,
  -- On which day the parameters of the draft count; null for the day on which each case was submitted.
  parameters_on  date,
  started_by     text not null references :schema.person (id),
  started_at     timestamptz not null,
  state          text not null check (state in ('running', 'done', 'stopped', 'outOfTime')),
  ended_at       timestamptz,
  -- There were more cases than are replayed at once; the eldest are left out.
  has_more       boolean not null,
  -- What is answered in its form is restricted in part: nobody is told of single cases.
  is_restricted  boolean not null,
  -- The files that are replayed, as they were when it began; null once it is over.
  draft          jsonb,
  -- Until then a process that took it may still be at it.
  next_at        timestamptz not null,
  check ((state = 'running') = (ended_at is null))
);
create index rehearsal_due on :schema.rehearsal (next_at) where state = 'running';

create table :schema.rehearsal_case (
  rehearsal_id   text not null references :schema.rehearsal (id) on delete cascade,
  position       integer not null,
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  state          text not null check (state in ('waiting', 'replayed', 'unreplayable')),
  -- Why it cannot be replayed.
  reason         text,
  -- How it ended, how it would have, and where the ways part.
  result         jsonb,
  primary key (rehearsal_id, position),
  check ((state = 'unreplayable') = (reason is not null)),
  check ((state = 'replayed') = (result is not null))
);
create index rehearsal_case_of_case on :schema.rehearsal_case (case_id);

-- The cases of a procedure that came to their end.
create index case_file_ended on :schema.case_file (procedure_key)
  where closed_at is not null or status in ('granted', 'refused', 'inadmissible', 'withdrawn', 'closed', 'transferred');
-- What other cases and systems of others told a case.
create index outbox_told on :schema.outbox ((message ->> 'to')) where message ->> 'to' is not null;
