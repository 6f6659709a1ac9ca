-- Applications that a clerk fills for somebody who called, came or wrote: they belong to the office until they are submitted.
alter table :schema.application_draft
  add column opened_by   text references :schema.person (id),
  add column channel     text not null default 'portal'
    check (channel in ('portal', 'call', 'visit', 'mail', 'message')),
  add column received_on date,
  add column contact_id  text,
  -- Who asks, as the clerk noted it; people who sign in are known by their own row.
  add column applicant   jsonb;

drop index :schema.application_draft_open;
create unique index application_draft_open on :schema.application_draft (person_id, procedure_key)
  where case_id is null and opened_by is null;
create unique index application_draft_of_contact on :schema.application_draft (contact_id, procedure_key)
  where case_id is null and contact_id is not null;
create index application_draft_by_office on :schema.application_draft (administration) where opened_by is not null;
create index application_draft_of_office on :schema.application_draft (administration, saved_at desc)
  where opened_by is not null;

alter table :schema.case_file
  add column channel     text not null default 'portal'
    check (channel in ('portal', 'call', 'visit', 'mail', 'message')),
  -- The day on which it came in, where that was before it was entered.
  add column received_on date,
  add column opened_by   text references :schema.person (id);
