-- Who was told by mail of an accepted transfer (`applicant`, or keys of participants), and when everybody was.
alter table :schema.transfer add column told text[] not null default '{}';
alter table :schema.transfer add column notified_at timestamptz;
-- What was accepted before nobody has to hear of now.
update :schema.transfer set notified_at = decided_at where state = 'accepted';
create index transfer_to_tell on :schema.transfer (decided_at) where state = 'accepted' and notified_at is null;
create index transfer_due on :schema.transfer (due_on) where state = 'proposed';
