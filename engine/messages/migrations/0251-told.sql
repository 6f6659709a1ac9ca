-- Whom a mail has told already, while another one could not be told yet: `applicant`, or the key of a participant.
alter table :schema.case_message add column told text[] not null default '{}';
