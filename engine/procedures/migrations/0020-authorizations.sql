-- That a procedure may ask a source. Purpose, law and fields of a consultation come from here, never from a model.
create table :schema.source_authorization (
  id             text primary key,
  administration text not null references :schema.administration (key),
  procedure_key  text not null references :schema.procedure (key),
  source_key     text not null,
  purpose        jsonb not null,
  legal_basis    text not null,
  -- Top-level fields of the source's answer that the procedure may use.
  fields         text[] not null,
  granted_at     timestamptz not null,
  granted_by     text not null,
  valid_until    date,
  revoked_at     timestamptz,
  revoked_by     text
);
create unique index source_authorization_standing on :schema.source_authorization (procedure_key, source_key)
  where revoked_at is null;
create index source_authorization_of on :schema.source_authorization (administration, procedure_key);
