/* An appeal is in the commune of what it is against, also once that one is corrected; its tasks go with it, and its own appeals. */
create or replace function :schema.move_tasks_to_commune() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.task set commune = new.commune where case_id = new.id;
  update :schema.case_file set commune = new.commune where appeal_of = new.id and commune is distinct from new.commune;
  return null;
end
$$;
drop trigger case_moves_tasks on :schema.case_file;
create trigger case_moves_tasks after update of data, commune on :schema.case_file
  for each row when (old.commune is distinct from new.commune) execute function :schema.move_tasks_to_commune();

update :schema.case_file f set commune = first.commune
  from :schema.case_file first
 where first.id = f.appeal_of and f.commune is distinct from first.commune;
