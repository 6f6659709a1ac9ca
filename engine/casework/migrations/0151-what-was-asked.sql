-- Of what a connector asked under a key: asked for something else under the same one, it is refused. Null for what came before.
alter table :schema.idempotent_reply add column request_sha256 text;
