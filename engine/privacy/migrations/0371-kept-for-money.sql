-- Of a case for which something is left to pay or to give back nothing goes.
alter table :schema.destroyed_case drop constraint destroyed_case_kept_because_check;
alter table :schema.destroyed_case add constraint destroyed_case_kept_because_check
  check (kept_because in ('held', 'appealed', 'right', 'owed', 'running', 'notDue', 'engine'));
