/*
 * Searching text under a policy reads every row, of other administrations too: the operator may leak, so that no index serves
 * it. These functions of the keeper ask the index for the cases that the reader handles, which the same settings say as
 * for the policies, and answer nothing but keys; the rows are then read through the policies. What is looked for is text:
 * it has no wildcards.
 */
create index case_file_by_fragments on :schema.case_file using gin (:schema.fragments_of(administration, search_text));

create function :schema.cases_with(wanted text) returns table (id text)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare mine text := current_setting('irisflow.handles', true);
begin
  return query
    select f.id from :schema.case_file f
     where f.administration = mine
       and (length(wanted) < 3
            or :schema.fragments_of(f.administration, f.search_text) @> :schema.fragments_of(mine, wanted))
       and strpos(f.search_text, wanted) > 0;
end
$$;

create function :schema.search_cases(
  wanted text, of_status text, of_procedure text, in_language text, before_at timestamptz, before_id text, most integer
) returns table (id text)
  language plpgsql stable security definer rows 26
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare mine text := current_setting('irisflow.handles', true);
begin
  return query
    select f.id from :schema.case_file f
     where f.administration = mine
       and (length(wanted) < 3
            or :schema.fragments_of(f.administration, f.search_text) @> :schema.fragments_of(mine, wanted))
       and strpos(f.search_text, wanted) > 0
       and (of_status is null or f.status = of_status)
       and (of_procedure is null or f.procedure_key = of_procedure)
       and (in_language is null or f.language = in_language)
       and (before_at is null or (f.submitted_at, f.id) < (before_at, before_id))
     order by f.submitted_at desc, f.id desc limit least(most, 101);
end
$$;

create function :schema.count_cases(wanted text, of_status text, of_procedure text, in_language text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  total bigint;
begin
  select count(*) into total from :schema.case_file f
   where f.administration = mine
     and (length(wanted) < 3
          or :schema.fragments_of(f.administration, f.search_text) @> :schema.fragments_of(mine, wanted))
     and strpos(f.search_text, wanted) > 0
     and (of_status is null or f.status = of_status)
     and (of_procedure is null or f.procedure_key = of_procedure)
     and (in_language is null or f.language = in_language);
  return total;
end
$$;
