-- When a job was last changed; null for what the program before did not note.
alter table :schema.job add column updated_at bigint;
-- Who asked for a batch operation; null where nobody signed in, or before it was noted.
alter table :schema.batch_operation add column actor_type text, add column actor_id text;
-- Incidents with the same message, as clients group them; the program fills in the old ones.
alter table :schema.incident add column error_hash integer;
create index incident_error on :schema.incident (error_hash) where state = 'ACTIVE';
-- A decision that was asked for alone belongs to no instance.
alter table :schema.batch_operation_item alter column process_instance_key drop not null;
