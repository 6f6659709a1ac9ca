-- A case that was closed may go on: since when, how it had ended, and which processes it had before the one of now.
alter table :schema.case_file
  add column reopened_at       timestamptz,
  add column reopened_from     text,
  add column earlier_instances text[] not null default '{}';
create index case_file_of_earlier_instance on :schema.case_file using gin (earlier_instances)
  where earlier_instances <> '{}';
