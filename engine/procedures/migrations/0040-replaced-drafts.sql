-- Drafts that an import replaced, so that it can be taken back.
create table :schema.replaced_draft (
  procedure_key  text not null references :schema.procedure (key),
  revision       integer not null,
  administration text not null,
  based_on       integer,
  files          jsonb not null,
  replaced_at    timestamptz not null,
  replaced_by    text not null,
  primary key (procedure_key, revision)
);
