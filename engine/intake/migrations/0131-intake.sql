-- What others call a case: an external system, a job that opened it, a schedule. Asked for again under one name it is one case.
create table :schema.external_reference (
  administration text not null references :schema.administration (key),
  reference      text not null,
  case_id        text not null references :schema.case_file (id),
  at             timestamptz not null,
  primary key (administration, reference)
);
create index external_reference_of_case on :schema.external_reference (case_id);

-- How two cases of an administration belong together; what was taken back stays, with the reason.
create table :schema.case_link (
  id             text primary key,
  administration text not null references :schema.administration (key),
  kind           text not null check (kind in ('appealOf', 'renewalOf', 'followUpOf', 'duplicateOf')),
  -- The later one, and the one that it appeals against, renews, follows or repeats.
  case_id        text not null references :schema.case_file (id),
  of_case_id     text not null references :schema.case_file (id),
  reason         text not null,
  -- Null where the platform did it.
  made_by        text references :schema.person (id),
  made_at        timestamptz not null,
  removed_by     text references :schema.person (id),
  removed_at     timestamptz,
  removed_reason text,
  check (case_id <> of_case_id)
);
create unique index case_link_once on :schema.case_link (case_id, of_case_id, kind) where removed_at is null;
create index case_link_of on :schema.case_link (of_case_id);
