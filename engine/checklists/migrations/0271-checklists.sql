-- That somebody ticked a point of the checklist of a task, took the tick back, or remarked on it: one row an act, none ever
-- changed. The newest row of a point says how it stands.
create table :schema.checklist_mark (
  id             bigint generated always as identity primary key,
  task_id        text not null references :schema.task (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  point          text not null,
  is_ticked      boolean not null,
  remark         text not null,
  -- Null where the data of the case ticked it, noted when the task was completed.
  marked_by      text,
  at             timestamptz not null
);
create index checklist_mark_of_task on :schema.checklist_mark (task_id, id);
create index checklist_mark_of_case on :schema.checklist_mark (case_id);
