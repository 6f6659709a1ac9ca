-- Addresses at which systems of others tell the cases of an administration something.
create table :schema.incoming_webhook (
  id             text primary key,
  administration text not null references :schema.administration (key),
  name           text not null,
  -- The one procedure whose cases it reaches, and what their process is told.
  procedure_key  text not null,
  message        text not null,
  verifies       text not null check (verifies in ('signature', 'bearer')),
  -- FEEL over what was sent: which case it is for, and what of it the process reads.
  case_from      text not null,
  fields         jsonb not null,
  state          text not null default 'active' check (state in ('active', 'removed')),
  created_at     timestamptz not null,
  created_by     text not null
);
create index incoming_webhook_by_administration on :schema.incoming_webhook (administration);

-- By what the sender is known, sealed; during a rotation there are two. Only the job that hears reads it.
create table :schema.incoming_webhook_secret (
  id         bigint generated always as identity primary key,
  webhook_id text not null references :schema.incoming_webhook (id),
  sealed     text not null,
  -- Null for the one that counts.
  until      timestamptz
);
create index incoming_webhook_secret_of_webhook on :schema.incoming_webhook_secret (webhook_id);

-- What came, and what became of it; nothing of what it said.
create table :schema.incoming_delivery (
  id             text primary key,
  webhook_id     text not null references :schema.incoming_webhook (id),
  administration text not null references :schema.administration (key),
  -- As its sender calls it; null where it did not say.
  sender_id      text,
  at             timestamptz not null,
  -- Null for what was taken in.
  refusal        text,
  case_id        text references :schema.case_file (id),
  -- How often it came again after it was taken in.
  repeats        integer not null default 0,
  check ((refusal is null) = (case_id is not null))
);
-- What is delivered twice counts once, whoever looks away.
create unique index incoming_delivery_once on :schema.incoming_delivery (webhook_id, sender_id) where refusal is null;
create index incoming_delivery_of_webhook on :schema.incoming_delivery (webhook_id, at desc, id desc);
create index incoming_delivery_of_case on :schema.incoming_delivery (case_id) where case_id is not null;
create index incoming_delivery_by_age on :schema.incoming_delivery (at);
