-- A mail is taken before it is sent, and tried again later and later, so that addresses that no server takes keep nobody else waiting.
alter table :schema.letter_mail add column attempts integer not null default 0;
alter table :schema.letter_mail add column next_at timestamptz;
update :schema.letter_mail set next_at = at;
alter table :schema.letter_mail alter column next_at set not null;
-- When it was given up, and the letter went to those that are to be posted.
alter table :schema.letter_mail add column posted_at timestamptz;
drop index :schema.letter_mail_to_send;
create index letter_mail_to_send on :schema.letter_mail (next_at) where told_at is null and posted_at is null;
