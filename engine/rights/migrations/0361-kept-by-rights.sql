-- A case is kept as long as what it left behind lives.
alter table :schema.destroyed_case drop constraint destroyed_case_kept_because_check;
alter table :schema.destroyed_case add constraint destroyed_case_kept_because_check
  check (kept_because in ('held', 'appealed', 'right', 'running', 'notDue', 'engine'));
