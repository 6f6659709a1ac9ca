-- Hosts that a connector may reach for the cases of an administration, besides those of its own settings.
create table :schema.allowed_host (
  id             text primary key,
  administration text not null references :schema.administration (key),
  connector_type text not null,
  host           text not null,
  purpose        text not null,
  added_at       timestamptz not null,
  added_by       text not null,
  removed_at     timestamptz,
  removed_by     text
);
create unique index allowed_host_standing on :schema.allowed_host (administration, connector_type, host)
  where removed_at is null;
