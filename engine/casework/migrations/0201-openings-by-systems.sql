-- People are told when another system of an office read their file, as they are of its staff.
alter table :schema.file_access drop constraint file_access_acting_as_check;
alter table :schema.file_access add constraint file_access_acting_as_check
  check (acting_as in ('agent', 'supervisor', 'analyst', 'administrator', 'system'));
