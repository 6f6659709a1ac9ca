-- What is known before this migration was never verified.
alter table :schema.case_file
  add column applicant_email_verified boolean not null default false;
