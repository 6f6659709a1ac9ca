-- Whoever set a version aside stays who asked for it: whoever moves its hour stands beside them, and neither approves it.
alter table :schema.scheduled_publication
  -- By reference; null while it has the hour that it was set aside for.
  add column moved_by text;
