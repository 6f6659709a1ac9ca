-- Of what others told when they opened a case under their name for it. Null for what came before.
alter table :schema.external_reference add column request_sha256 text;
