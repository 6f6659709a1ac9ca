-- Where the process of a case last was, and which of the procedure's own statuses that is.
alter table :schema.case_file
  add column milestone  text,
  add column own_status text;
create index case_file_own_status on :schema.case_file (administration, procedure_key, own_status)
  where own_status is not null;
