-- Since when a message may have reached the engine without us knowing; null while it surely has not.
alter table :schema.outbox add column tried_at timestamptz;
