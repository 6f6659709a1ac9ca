-- An entry of an index holds at most 2,704 bytes, and names that models compute have no bound: the whole commit would fail.
-- Indexes hold the first characters, and whoever asks compares the same first characters and the whole.
drop index :schema.variable_name;
create index variable_name on :schema.variable (left(name, 64), left(value, 64));
drop index :schema.job_open;
create index job_open on :schema.job (left(type, 64), key) where phase <> 'ended';
drop index :schema.user_task_assignee;
create index user_task_assignee on :schema.user_task (left(assignee, 64), key) where ended_at is null;
drop index :schema.message_subscription_open;
create index message_subscription_open on :schema.message_subscription (left(message_name, 64), left(correlation_key, 64)) where state = 'CREATED';
-- A long bucket is found by the digest of its name.
update :schema.bucket_state set id = encode(sha256(convert_to(id, 'UTF8')), 'hex') where octet_length(id) > 256;
