-- The public catalog may know whether a version waits for approval, and nothing of who asked for it or gave it.
create function :schema.version_waits(wanted_key text, wanted_version integer) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from :schema.version_approval a
                  where a.procedure_key = wanted_key and a.version = wanted_version and a.approved_at is null)
$$;
