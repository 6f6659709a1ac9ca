-- A version that gives reasons for asking about others waits here until a second person has approved them.
create table :schema.version_approval (
  procedure_key  text not null,
  version        integer not null,
  administration text not null references :schema.administration (key),
  -- The publisher by reference, as in the audit: this actor cannot approve.
  requested_by   text not null,
  approved_at    timestamptz,
  approved_by    text,
  primary key (procedure_key, version),
  foreign key (procedure_key, version) references :schema.procedure_version (procedure_key, version)
);
