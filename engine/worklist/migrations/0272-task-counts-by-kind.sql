/*
 * The same counts by procedure and language, for lists that are narrowed down to one of them: beside the others, so that the
 * counters of a whole administration go on reading few rows.
 */
create table :schema.task_kind_count (
  id             bigint generated always as identity primary key,
  administration text not null references :schema.administration (key),
  -- Of a task that came before its case was known, both are null.
  procedure_key  text,
  language       text,
  queue          text not null,
  assigned       boolean not null,
  halted         boolean not null,
  due_rank       integer not null,
  tasks          integer not null
);
create index task_kind_count_of_kind on :schema.task_kind_count (administration, procedure_key, language);

insert into :schema.task_kind_count (administration, procedure_key, language, queue, assigned, halted, due_rank, tasks)
  select administration, procedure_key, language, queue, assignee is not null, halted, due_rank, count(*)
    from :schema.task where state = 'open' group by 1, 2, 3, 4, 5, 6, 7;

create function :schema.count_new_tasks_of_kinds() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.task_kind_count (administration, procedure_key, language, queue, assigned, halted, due_rank, tasks)
    select administration, procedure_key, language, queue, assignee is not null, halted, due_rank, count(*)
      from after_it where state = 'open' group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;

create function :schema.count_changed_tasks_of_kinds() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.task_kind_count (administration, procedure_key, language, queue, assigned, halted, due_rank, tasks)
    select administration, procedure_key, language, queue, assigned, halted, due_rank, sum(tasks)
      from (select administration, procedure_key, language, queue, assignee is not null as assigned, halted, due_rank, 1 as tasks
              from after_it where state = 'open'
            union all
            select administration, procedure_key, language, queue, assignee is not null, halted, due_rank, -1
              from before_it where state = 'open') changed
     group by 1, 2, 3, 4, 5, 6, 7 having sum(tasks) <> 0;
  return null;
end
$$;

create trigger task_is_counted_by_kind after insert on :schema.task
  referencing new table as after_it for each statement execute function :schema.count_new_tasks_of_kinds();
create trigger task_is_recounted_by_kind after update on :schema.task
  referencing old table as before_it new table as after_it for each statement
  execute function :schema.count_changed_tasks_of_kinds();
