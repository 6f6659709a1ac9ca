-- Who of those that take part in a case wrote for its side; null where its applicant did.
alter table :schema.case_message add column participant_id text references :schema.participant (id) on delete set null;
