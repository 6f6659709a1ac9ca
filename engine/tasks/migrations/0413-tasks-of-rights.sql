-- The version of the procedure whose process a task is of, where that began with a right; null for the process of the case,
-- which has the version of the case whatever becomes of that.
alter table :schema.task add column process_version integer;
