-- Versions published before this carry the ids that their authors wrote, and are started and told under them.
alter table :schema.procedure_version add column qualified boolean not null default false;

-- The number of a version before it is published: it is part of the ids that are deployed. One number, one content.
create table :schema.procedure_reservation (
  procedure_key   text not null references :schema.procedure (key),
  version         integer not null,
  administration  text not null references :schema.administration (key),
  content_hash    text not null,
  reserved_at     timestamptz not null,
  -- Until when the files may be on their way to the engine; null once it has answered.
  deploying_until timestamptz,
  primary key (procedure_key, version)
);

-- What the engine knows of a published version.
create table :schema.procedure_definition (
  procedure_key  text not null,
  version        integer not null,
  administration text not null references :schema.administration (key),
  kind           text not null check (kind in ('process', 'decision')),
  definition_key text not null,
  definition_id  text not null,
  engine_version integer not null,
  path           text not null,
  -- As the author wrote it.
  original_id    text not null,
  primary key (procedure_key, version, definition_key),
  foreign key (procedure_key, version) references :schema.procedure_version (procedure_key, version)
);
create index procedure_definition_of_key on :schema.procedure_definition (definition_key);
create trigger procedure_definition_is_final before update or delete on :schema.procedure_definition
  for each row execute function :schema.refuse_change();

insert into :schema.procedure_definition
select v.procedure_key, v.version, p.administration, 'process', v.process_definition_key, v.process_definition_id,
       v.process_definition_version, coalesce(f.content::jsonb #>> '{process,file}', ''), v.process_definition_id
  from :schema.procedure_version v
  join :schema.procedure p on p.key = v.procedure_key
  left join :schema.procedure_version_file f
         on f.procedure_key = v.procedure_key and f.version = v.version and f.path = 'procedure.json';

-- The first administration that publishes under a prefix has it.
create table :schema.reference_prefix (
  prefix         text primary key,
  administration text not null references :schema.administration (key),
  claimed_at     timestamptz not null
);

insert into :schema.reference_prefix
select distinct on (prefix) prefix, administration, published_at
  from (select f.content::jsonb ->> 'reference' as prefix, p.administration, v.published_at
          from :schema.procedure_version v
          join :schema.procedure p on p.key = v.procedure_key
          join :schema.procedure_version_file f
            on f.procedure_key = v.procedure_key and f.version = v.version and f.path = 'procedure.json') used
 where prefix is not null
 order by prefix, published_at;
