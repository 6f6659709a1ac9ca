-- How well whoever files, reads or signs has to be known, as the version says it; null where it says nothing.
alter table :schema.procedure_version add column assurance jsonb;
