-- How far the engine's user tasks were read. Kept with the tasks themselves, so that a restart goes on from there.
create table :schema.task_feed (
  -- opened, ended or comparison
  name     text primary key,
  -- The engine's own time of the last task that was taken in; null before the first.
  position timestamptz,
  -- How many tasks of that very moment were taken in, where one page was too small for all of them.
  passed   integer not null
);

-- Tasks that were seen before their case knew its process, or that are no case's at all.
create table :schema.stray_task (
  id                text primary key,
  root_instance_key text not null,
  seen_at           timestamptz not null
);
create index stray_task_by_time on :schema.stray_task (seen_at);

-- What a comparison with the engine asks for, a stretch of time after the other.
create index task_open_by_creation on :schema.task (created_at, id) where state = 'open';
