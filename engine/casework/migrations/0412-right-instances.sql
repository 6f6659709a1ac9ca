-- Instances of the engine that began by themselves with a right, or with an obligation on it, and the case for which they act.
-- The case knows its own process; of these there are as many as it left rights behind, and they live for years.
create table :schema.right_instance (
  process_instance_key text primary key,
  case_id              text not null references :schema.case_file (id),
  administration       text not null references :schema.administration (key),
  -- Of the procedure, as it was when the right began: it goes on with it whichever version the case is of.
  procedure_version    integer not null,
  found_at             timestamptz not null
);
create index right_instance_by_case on :schema.right_instance (case_id);

-- Whoever must not work on a case sees none of what goes on for it.
create or replace function :schema.apart_instances() returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  cases text[] := array(select :schema.apart_cases());
begin
  return query
    select unnest(f.process_instance_key || f.earlier_instances) from :schema.case_file f where f.id = any(cases)
    union all
    select r.process_instance_key from :schema.right_instance r where r.case_id = any(cases);
end
$$;
