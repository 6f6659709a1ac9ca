-- Where a case stands still, as the engine had it when it was last asked. What is personal in an incident stays in the engine.
create table :schema.case_incident (
  incident_key         text primary key,
  case_id              text not null references :schema.case_file (id),
  administration       text not null references :schema.administration (key),
  -- The process that stopped: the one of the case, or one that it called.
  process_instance_key text not null,
  element_id           text not null,
  -- What it means, in words for people.
  meaning              jsonb not null,
  since                timestamptz not null,
  ended_at             timestamptz
);
create index case_incident_of_case on :schema.case_incident (case_id) where ended_at is null;
create index case_incident_of_office on :schema.case_incident (administration, since) where ended_at is null;
