-- Whoever tells of messages takes them before, and tries again later and later what no mail server took.
alter table :schema.case_message add column attempts integer not null default 0;
alter table :schema.case_message add column next_at timestamptz;
update :schema.case_message set next_at = at;
alter table :schema.case_message alter column next_at set not null;
drop index :schema.case_message_to_tell;
create index case_message_to_tell on :schema.case_message (next_at) where sender = 'office' and notified_at is null;
