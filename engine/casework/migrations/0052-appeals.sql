-- The case whose decision an appeal is against. An appeal on paper comes from no application.
alter table :schema.case_file add column appeal_of text references :schema.case_file (id);
alter table :schema.case_file alter column draft_id drop not null;
create index case_file_of_appealed on :schema.case_file (appeal_of) where appeal_of is not null;
