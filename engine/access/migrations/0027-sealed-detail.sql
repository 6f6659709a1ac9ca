-- Reasons and values behind an audit entry: sealed, named by their hash in the chain, and erasable without breaking it.
create table :schema.sealed_detail (
  id             text primary key,
  administration text not null references :schema.administration (key),
  sealed         text,
  sealed_at      timestamptz not null,
  erased_at      timestamptz,
  check ((sealed is null) = (erased_at is not null))
);
