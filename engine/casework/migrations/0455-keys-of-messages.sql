-- Under which key the engine keeps a message that it was given: what its process has taken is asked by these.
alter table :schema.outbox add column engine_key text;
