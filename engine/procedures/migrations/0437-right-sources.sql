-- Kinds of rights that other administrations may ask for. A key stays of its kind for good: who is authorized to ask it never
-- gets something else under the same name.
create table :schema.right_source (
  key             text primary key,
  administration  text not null references :schema.administration (key),
  procedure_key   text not null references :schema.procedure (key),
  kind            text not null,
  -- As the version declares it that was published last.
  version         integer not null,
  name            jsonb not null,
  fields          text[] not null,
  -- Labels of the fields, for whoever asks for them.
  labels          jsonb not null,
  -- Null where every state is told.
  states          text[],
  "authorization" jsonb not null,
  -- Null where every authorized administration may ask.
  administrations text[],
  declared_at     timestamptz not null,
  -- Its latest version is no source any more.
  ended_at        timestamptz,
  -- An administrator stopped it, until they let it go on; who and why is in the audit.
  stopped_at      timestamptz,
  unique (procedure_key, kind)
);
create index right_source_of on :schema.right_source (administration);
