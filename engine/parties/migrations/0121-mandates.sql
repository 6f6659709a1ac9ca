-- That somebody may act for somebody else, in which procedures, from when to when, and what proves it.
create table :schema.mandate (
  id             text primary key,
  mandator_id    text not null references :schema.party (id),
  mandator_name  text not null,
  -- Whom it was given to: somebody who is known, or whoever proves to have the number.
  mandatee_id    text references :schema.party (id),
  mandatee_index text,
  mandatee_name  text not null,
  -- Keys of procedures; null for all of them.
  procedures     text[],
  -- Whether who has it may give and take mandates of the mandator.
  may_delegate   boolean not null,
  valid_from     date not null,
  -- The last day; null for until it is revoked.
  valid_to       date,
  origin         text not null check (origin in ('desk', 'portal', 'provider')),
  -- The desk that recorded it, for its own procedures.
  administration text references :schema.administration (key),
  proof          text not null,
  granted_at     timestamptz not null,
  granted_by     text references :schema.person (id),
  revoked_at     timestamptz,
  revoked_by     text references :schema.person (id),
  check ((mandatee_id is null) <> (mandatee_index is null)),
  check ((origin = 'desk') = (administration is not null)),
  check (origin <> 'desk' or procedures is not null),
  check (valid_to >= valid_from)
);
create index mandate_of_mandator on :schema.mandate (mandator_id, granted_at desc);
create index mandate_of_mandatee on :schema.mandate (mandatee_id) where mandatee_id is not null;
create index mandate_by_number on :schema.mandate (mandatee_index) where mandatee_index is not null;

-- For whom a session acts; it is judged anew with each request.
alter table :schema.session add column mandate_id text references :schema.mandate (id);
