-- Under which delegation whoever has a task took it or was given it; null for whoever may do it themselves.
alter table :schema.task add column held_under text references :schema.delegation (id);
create index task_held_under on :schema.task (assignee) where state = 'open' and held_under is not null;

/*
 * Open tasks that somebody has in the name of a colleague and may do no more: the delegation was withdrawn or is over, who gave it
 * lost the group, does not see the case any more or has a conflict of interest with it; and nothing else lets them do it. Asked by
 * the platform for everybody.
 */
create function :schema.tasks_held_without_power(today date)
  returns table (id text, administration text, case_id text, element_id text, assignee text, held_under text)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.id, t.administration, t.case_id, t.element_id, t.assignee, t.held_under
      from :schema.task t join :schema.person e on e.id = t.assignee
     where t.state = 'open' and t.held_under is not null
       and not (e.administration is not distinct from t.administration and e.roles && array['agent', 'supervisor']
                and (t.candidate_groups = '{}' or t.candidate_groups && (e.groups || e.roles)))
       and not exists (
         select from :schema.powers_of(t.assignee, today) p
          where p.groups && t.candidate_groups and (p.procedures is null or t.procedure_key = any(p.procedures))
            and t.case_id <> all(p.apart)
            and (p.reach is null or exists (
              select from jsonb_array_elements(p.reach) r
               where (r -> 'procedures' = 'null' or r -> 'procedures' ? t.procedure_key)
                 and (r -> 'languages' = 'null' or r -> 'languages' ? t.language)
                 and (r -> 'communes' = 'null' or r -> 'communes' ? t.commune))));
end
$$;
