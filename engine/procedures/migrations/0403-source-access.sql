-- Where an administration reaches a source itself, and what it signs in with; without a row it does so as the installation does.
create table :schema.source_access (
  administration text not null references :schema.administration (key),
  source_key     text not null,
  address        text not null,
  -- Whoever signs in with a name and a password.
  user_name      text,
  -- With a key that is not in the store.
  sealed         text not null,
  set_at         timestamptz not null,
  set_by         text not null,
  primary key (administration, source_key)
);
