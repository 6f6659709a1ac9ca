/* What an office promises by itself is no term of the law: it has its own clock, and orders no worklist. */
alter table :schema.term add column is_service_target boolean not null default false;

create or replace function :schema.order_tasks(cases text[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update :schema.task t
     set due_on = first.due_on, days_left = first.days_left
    from (select asked.case_id, term.due_on, term.days_left
            from unnest(cases) as asked (case_id)
            left join lateral (
              select r.due_on, r.days_left from :schema.term r
               where r.case_id = asked.case_id and r.binds = 'administration' and not r.is_service_target
                 and r.state in ('running', 'suspended', 'interrupted', 'expired')
               order by r.state = 'expired', r.due_on limit 1) term on true) first
   where t.case_id = first.case_id and t.state = 'open'
     and (t.due_on is distinct from first.due_on or t.days_left is distinct from first.days_left)
$$;
