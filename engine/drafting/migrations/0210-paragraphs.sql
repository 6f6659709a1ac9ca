-- Standard paragraphs of an administration. What one says stands in its versions, of which the last is in force.
create table :schema.paragraph (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- What people call it, and what counts are told by.
  key            text not null,
  version        integer not null check (version > 0),
  is_retired     boolean not null,
  -- Key, titles, texts and legal reference as searches compare them.
  search_text    text not null,
  unique (administration, key)
);

-- Never changed, never taken out: before and after are two of them.
create table :schema.paragraph_version (
  paragraph_id   text not null references :schema.paragraph (id),
  version        integer not null check (version > 0),
  administration text not null references :schema.administration (key),
  act            text not null check (act in ('added', 'changed', 'retired', 'restored')),
  content        jsonb not null,
  -- Why; nobody has to say it of a change.
  reason         text,
  changed_by     text not null references :schema.person (id),
  changed_at     timestamptz not null,
  primary key (paragraph_id, version)
);

-- That somebody put one into an answer of a task, and what was left of it when the task was done.
create table :schema.paragraph_use (
  id             text primary key,
  administration text not null references :schema.administration (key),
  paragraph_id   text not null references :schema.paragraph (id),
  version        integer not null,
  case_id        text not null references :schema.case_file (id),
  task_id        text not null references :schema.task (id),
  -- JSON pointer into the form of the task.
  field          text not null,
  language       text not null check (language in ('fr', 'nl')),
  -- As it was put in, with the values of the case.
  inserted       text not null,
  used_by        text not null references :schema.person (id),
  used_at        timestamptz not null,
  kept           text check (kept in ('whole', 'part', 'none'))
);
create index paragraph_use_of_paragraph on :schema.paragraph_use (paragraph_id, used_at desc, id desc);
create index paragraph_use_of_task on :schema.paragraph_use (task_id);
create index paragraph_use_of_case on :schema.paragraph_use (case_id);
