-- A worker asks for the jobs of a type in its tenants: the jobs of others must not be read on the way to them.
drop index :schema.job_open;
create index job_open on :schema.job (left(type, 64), tenant_id, key) where phase <> 'ended';
