-- Under which delegation somebody does a task, and did it; null for whoever may do it themselves.
alter table :schema.task
  add column completing_under text references :schema.delegation (id),
  add column completed_under  text references :schema.delegation (id);
