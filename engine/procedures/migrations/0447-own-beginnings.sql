-- Whether the processes of a version that live with its rights begin with those of its procedure alone, and not with each that its
-- administration grants. Versions from before are told under the name that they were deployed with.
alter table :schema.procedure_version add column own_beginnings boolean not null default false;
