-- Sources that an administration does not ask for a while: what they would say is proven on paper.
create table :schema.paper_source (
  id             text primary key,
  administration text not null references :schema.administration (key),
  source_key     text not null,
  reason         text not null,
  since          timestamptz not null,
  set_by         text not null,
  -- The last day; without one it lasts until it is ended.
  valid_until    date,
  ended_at       timestamptz,
  ended_by       text
);
create unique index paper_source_standing on :schema.paper_source (administration, source_key)
  where ended_at is null;
