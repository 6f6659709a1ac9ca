-- People are told when somebody let their case go on at another step.
alter table :schema.file_access drop constraint file_access_kind_check;
alter table :schema.file_access add constraint file_access_kind_check
  check (kind in ('opening', 'unmasking', 'correction', 'suspension', 'resumption', 'cancellation', 'retry', 'move'));
