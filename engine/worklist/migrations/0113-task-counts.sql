/*
 * How many open tasks wait where, by day of their term. Every change of tasks adds what it changed, so that nobody waits for
 * anybody else to count; what belongs together is summed up from time to time.
 */
create table :schema.task_count (
  id             bigint generated always as identity primary key,
  administration text not null references :schema.administration (key),
  queue          text not null,
  assigned       boolean not null,
  halted         boolean not null,
  due_rank       integer not null,
  tasks          integer not null
);
create index task_count_of_queue on :schema.task_count (administration, queue);

insert into :schema.task_count (administration, queue, assigned, halted, due_rank, tasks)
  select administration, queue, assignee is not null, halted, due_rank, count(*)
    from :schema.task where state = 'open' group by 1, 2, 3, 4, 5;

create function :schema.count_new_tasks() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.task_count (administration, queue, assigned, halted, due_rank, tasks)
    select administration, queue, assignee is not null, halted, due_rank, count(*)
      from after_it where state = 'open' group by 1, 2, 3, 4, 5;
  return null;
end
$$;

create function :schema.count_changed_tasks() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.task_count (administration, queue, assigned, halted, due_rank, tasks)
    select administration, queue, assigned, halted, due_rank, sum(tasks)
      from (select administration, queue, assignee is not null as assigned, halted, due_rank, 1 as tasks
              from after_it where state = 'open'
            union all
            select administration, queue, assignee is not null, halted, due_rank, -1 from before_it where state = 'open') changed
     group by 1, 2, 3, 4, 5 having sum(tasks) <> 0;
  return null;
end
$$;

create trigger task_is_counted after insert on :schema.task
  referencing new table as after_it for each statement execute function :schema.count_new_tasks();
create trigger task_is_recounted after update on :schema.task
  referencing old table as before_it new table as after_it for each statement execute function :schema.count_changed_tasks();
