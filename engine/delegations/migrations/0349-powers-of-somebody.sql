/*
 * What somebody may do on a day in the name of colleagues, the eldest first: nobody withdrew it, both still handle cases of the
 * administration, and who gave it still has some of its groups. Groups are compared with roles too, because tasks name both.
 * `apart` are the cases with which who gave it has a conflict of interest: nobody does these in their name. A function, because
 * nobody else reads them, and because whoever has no power asks with every list: its plan is kept.
 */
create function :schema.powers_of(who text, today date) returns table (
    id text, delegator_id text, delegator text, groups text[], procedures text[], capacity jsonb, reach jsonb, apart text[])
  language plpgsql stable security definer rows 2 set search_path = pg_catalog, pg_temp as $$
declare
  -- Those of another administration exist for jobs alone, which have none.
  place text := nullif(current_setting('irisflow.administration', true), '');
begin
  if not exists (select from :schema.delegation g
                  where g.delegate_id = who and g.withdrawn_at is null and g.to_day >= today) then
    return;
  end if;
  return query
    select g.id, g.delegator_id, d.name,
           array(select unnest(g.groups) intersect select unnest(d.groups || d.roles) order by 1),
           g.procedures, g.capacity, :schema.reach_of(g.delegator_id), array(select :schema.apart_cases_of(g.delegator_id))
      from :schema.delegation g
      join :schema.person d on d.id = g.delegator_id
      join :schema.person e on e.id = g.delegate_id
     where g.delegate_id = who and g.withdrawn_at is null and g.from_day <= today and g.to_day >= today
       and g.administration = coalesce(place, g.administration)
       and d.administration = g.administration and d.roles && array['agent', 'supervisor']
       and e.administration = g.administration and e.roles && array['agent', 'supervisor']
       and g.groups && (d.groups || d.roles)
     order by g.given_at, g.id;
end
$$;
