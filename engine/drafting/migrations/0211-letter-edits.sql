-- What somebody wrote otherwise in a letter before it was signed. Each change is a row that is never changed; the last one holds.
create table :schema.letter_edit (
  id             text primary key,
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  task_id        text not null references :schema.task (id),
  -- Key of the letter in the folder of the procedure.
  template       text not null,
  language       text not null,
  version        integer not null check (version > 0),
  -- By part of the template: what it said, what was written, and that as words and fields.
  edits          jsonb not null,
  edited_by      text not null references :schema.person (id),
  edited_at      timestamptz not null,
  -- The letter that left with it, or after it.
  letter_id      text references :schema.letter (id),
  unique (case_id, template, version)
);
create index letter_edit_of_task on :schema.letter_edit (task_id);

-- Which change somebody read who completed a task that signs; it counts once the task is completed.
create table :schema.letter_approval (
  task_id        text primary key references :schema.task (id),
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  template       text not null,
  version        integer not null,
  approved_by    text not null references :schema.person (id),
  approved_at    timestamptz not null
);
create index letter_approval_of_case on :schema.letter_approval (case_id, template);
