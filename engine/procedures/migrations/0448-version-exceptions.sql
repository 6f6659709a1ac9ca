-- A version that was published although something spoke against it: who answers for that, and what it was.
create table :schema.version_exception (
  procedure_key  text not null,
  version        integer not null,
  administration text not null references :schema.administration (key),
  reason         text not null,
  -- What was found by the platform itself when it was published.
  findings       jsonb not null,
  primary key (procedure_key, version),
  foreign key (procedure_key, version) references :schema.procedure_version (procedure_key, version)
);
