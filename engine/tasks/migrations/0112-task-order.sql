/*
 * What worklists sort and count by stands beside each task: looking for the term of each of a hundred thousand takes its time
 * on every page. Who may take a task is a queue: tasks with the same candidate groups wait in the same one.
 */
create function :schema.queue_of(groups text[]) returns text
  language sql immutable strict parallel safe as $$ select array_to_string(groups, chr(10)) $$;

alter table :schema.task
  -- Of the case, which keeps both for good.
  add column procedure_key text,
  add column language      text,
  -- Of the term of the office that is due first, else of the first that expired; null where there is none.
  add column due_on    date,
  -- The same, while it stands still.
  add column days_left integer;

create function :schema.order_tasks(cases text[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update :schema.task t
     set due_on = first.due_on, days_left = first.days_left
    from (select asked.case_id, term.due_on, term.days_left
            from unnest(cases) as asked (case_id)
            left join lateral (
              select r.due_on, r.days_left from :schema.term r
               where r.case_id = asked.case_id and r.binds = 'administration'
                 and r.state in ('running', 'suspended', 'interrupted', 'expired')
               order by r.state = 'expired', r.due_on limit 1) term on true) first
   where t.case_id = first.case_id and t.state = 'open'
     and (t.due_on is distinct from first.due_on or t.days_left is distinct from first.days_left)
$$;

update :schema.task t set procedure_key = f.procedure_key, language = f.language
  from :schema.case_file f where f.id = t.case_id;
select :schema.order_tasks(array(select distinct case_id from :schema.task where state = 'open'));

alter table :schema.task
  add column queue    text not null generated always as (:schema.queue_of(candidate_groups)) stored,
  add column halted   boolean not null generated always as (days_left is not null) stored,
  -- Days that are left while the term stands still; else its last day as a number. Tasks without a term come last.
  add column due_rank integer not null generated always as
    (coalesce(days_left, due_on - date '2000-01-01', 1000000)) stored,
  add column urgency  integer not null generated always as (100 - priority) stored;

drop index :schema.task_worklist;
create index task_of_queue_by_due on :schema.task (administration, queue, halted, due_rank, id) where state = 'open';
create index task_free_by_due on :schema.task (administration, queue, halted, due_rank, id)
  where state = 'open' and assignee is null;
create index task_of_queue_by_creation on :schema.task (administration, queue, created_at, id) where state = 'open';
create index task_of_queue_by_urgency on :schema.task (administration, queue, urgency, id) where state = 'open';
create index task_free_by_creation on :schema.task (administration, queue, created_at, id)
  where state = 'open' and assignee is null;
create index task_free_by_urgency on :schema.task (administration, queue, urgency, id)
  where state = 'open' and assignee is null;
create index task_done_by on :schema.task (completed_by, ended_at, id) where state = 'completed';

-- Whoever moves a term moves the tasks of its case: applicants, clerks, connectors and the clock of terms.
create function :schema.order_tasks_of_terms() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.order_tasks(array(select distinct case_id from moved));
  return null;
end
$$;
create trigger term_orders_tasks after insert on :schema.term
  referencing new table as moved for each statement execute function :schema.order_tasks_of_terms();
create trigger term_reorders_tasks after update on :schema.term
  referencing new table as moved for each statement execute function :schema.order_tasks_of_terms();
