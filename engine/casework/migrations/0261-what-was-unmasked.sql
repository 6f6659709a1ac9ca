-- Which answer was looked at, in the words of its form: the person concerned reads it beside when and why.
alter table :schema.file_access add column field jsonb;
