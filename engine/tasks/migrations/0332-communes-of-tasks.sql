/* What rules of access are compared with stands beside the task, as procedure and language do; the commune may be corrected. */
alter table :schema.task add column commune text;
update :schema.task t set commune = f.commune from :schema.case_file f where f.id = t.case_id and f.commune is not null;

create function :schema.move_tasks_to_commune() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.task set commune = new.commune where case_id = new.id;
  return null;
end
$$;
create trigger case_moves_tasks after update of data on :schema.case_file
  for each row when (old.commune is distinct from new.commune) execute function :schema.move_tasks_to_commune();

-- Of the tasks of a queue, those of one procedure: whoever sees few of them reads few.
create index task_of_procedure_by_due on :schema.task (administration, queue, procedure_key, halted, due_rank, id)
  where state = 'open';
create index task_of_procedure_by_creation on :schema.task (administration, queue, procedure_key, created_at, id)
  where state = 'open';
create index task_of_procedure_by_urgency on :schema.task (administration, queue, procedure_key, urgency, id)
  where state = 'open';
