create table :schema.procedure (
  key            text primary key,
  administration text not null references :schema.administration (key),
  created_at     timestamptz not null
);

create table :schema.procedure_draft (
  procedure_key text primary key references :schema.procedure (key),
  revision      integer not null,
  based_on      integer,
  updated_at    timestamptz not null,
  updated_by    text
);

create table :schema.procedure_draft_file (
  procedure_key text not null references :schema.procedure_draft (procedure_key) on delete cascade,
  path          text not null,
  content       text not null,
  primary key (procedure_key, path)
);

create table :schema.procedure_version (
  procedure_key              text not null references :schema.procedure (key),
  version                    integer not null,
  content_hash               text not null,
  published_at               timestamptz not null,
  published_by               text not null,
  note                       text not null,
  process_definition_id      text not null,
  process_definition_key     text not null,
  process_definition_version integer not null,
  primary key (procedure_key, version)
);

create table :schema.procedure_version_file (
  procedure_key text not null,
  version       integer not null,
  path          text not null,
  content       text not null,
  primary key (procedure_key, version, path),
  foreign key (procedure_key, version) references :schema.procedure_version (procedure_key, version)
);

create function :schema.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected rows of % to stay as they were written, but somebody tried to % one', tg_table_name, lower(tg_op);
end
$$;

create trigger procedure_version_is_final before update or delete on :schema.procedure_version
  for each row execute function :schema.refuse_change();
create trigger procedure_version_file_is_final before update or delete on :schema.procedure_version_file
  for each row execute function :schema.refuse_change();
