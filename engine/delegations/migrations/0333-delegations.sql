/*
 * That somebody gave a colleague the power to do tasks of some groups in their name, for a time. What it is worth on a day also
 * depends on whether who gave it still works here and is still of the groups.
 */
create table :schema.delegation (
  id             text primary key,
  administration text not null references :schema.administration (key),
  delegator_id   text not null references :schema.person (id),
  delegate_id    text not null references :schema.person (id),
  from_day       date not null,
  to_day         date not null,
  groups         text[] not null,
  -- Null for any.
  procedures     text[],
  -- In which capacity the delegate signs, by language.
  capacity       jsonb not null,
  -- The reason, or the reference of the instrument.
  instrument     text not null,
  given_at       timestamptz not null,
  withdrawn_at   timestamptz,
  withdrawn_by   text references :schema.person (id),
  check (from_day <= to_day)
);
create index delegation_to on :schema.delegation (delegate_id, to_day) where withdrawn_at is null;
create index delegation_by_day on :schema.delegation (administration, to_day);
