/*
 * What of the cases of their administration somebody sees and works on: those that fit one of the rules which name them or a
 * group of theirs. Whoever no rule names sees all of them.
 */
create table :schema.access_rule (
  id              text primary key,
  administration  text not null references :schema.administration (key),
  name            jsonb not null,
  groups          text[] not null,
  people          text[] not null,
  -- Null for any.
  procedures      text[],
  languages       text[],
  -- By the code of the national institute of statistics.
  communes        text[],
  shows_documents boolean not null,
  saved_at        timestamptz not null,
  saved_by        text not null
);
create index access_rule_of on :schema.access_rule (administration);

-- The rules that bound somebody; null where none does. Everybody who lets them in asks here.
create function :schema.reach_of(wanted text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_agg(jsonb_build_object('procedures', r.procedures, 'languages', r.languages, 'communes', r.communes,
           'documents', r.shows_documents) order by r.id)
    from :schema.person p join :schema.access_rule r on r.administration = p.administration
   where p.id = wanted and (p.id = any(r.people) or r.groups && p.groups)
$$;

-- Every way to name a case by procedure, language and commune, `*` for any: rules are compared with these.
create function :schema.kinds_of(procedure_key text, language text, commune text) returns text[]
  language sql immutable parallel safe as $$
  select array['*|*|*', procedure_key || '|*|*', '*|' || language || '|*', procedure_key || '|' || language || '|*',
    '*|*|' || commune, procedure_key || '|*|' || commune, '*|' || language || '|' || commune,
    procedure_key || '|' || language || '|' || commune]
$$;
