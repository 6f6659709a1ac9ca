/*
 * Open tasks that somebody has in a case with which they have a conflict of interest: a process named them, or they came to be
 * of the case since. Asked by the platform for everybody.
 */
create function :schema.tasks_held_apart() returns table (id text, administration text)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.id, t.administration from :schema.person p
      cross join lateral :schema.apart_cases_of(p.id) found (id)
      join :schema.task t on t.case_id = found.id and t.assignee = p.id and t.state = 'open'
     where p.administration is not null and exists (
       select from :schema.task held where held.assignee = p.id and held.state = 'open');
end
$$;
