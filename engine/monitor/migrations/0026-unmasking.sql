-- One person sees the values of one instance until a time; masks come back by themselves.
create table :schema.unmasking (
  id                   text primary key,
  administration       text not null references :schema.administration (key),
  process_instance_key text not null,
  unmasked_by          text not null references :schema.person (id),
  begins_at            timestamptz not null,
  ends_at              timestamptz not null
);
create index unmasking_of_instance on :schema.unmasking (process_instance_key, unmasked_by, ends_at desc);
