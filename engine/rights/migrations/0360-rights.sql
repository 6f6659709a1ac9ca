-- What a decision leaves behind and lives for years.
create table :schema.granted_right (
  id                text primary key,
  administration    text not null references :schema.administration (key),
  -- The case whose decision left it behind: whoever reads the case reads the right.
  case_id           text not null references :schema.case_file (id),
  procedure_key     text not null,
  -- Of which it is of a kind, with all that the kind says.
  procedure_version integer not null,
  kind              text not null,
  number            text not null,
  -- The applicant, and everybody who holds it: role, name, and party where it is known.
  person_id         text not null references :schema.party (id),
  holders           jsonb not null,
  -- Its first day.
  begins_on         date not null,
  granted_at        timestamptz not null,
  -- Number, holders and what its kind says is searched, folded.
  search_text       text not null,
  -- By which everybody checks its certificate; nobody guesses it.
  check_code        text not null unique,
  unique (administration, number),
  unique (id, administration, case_id, person_id)
);
create index right_of_case on :schema.granted_right (case_id);
create index right_of_person on :schema.granted_right (person_id);
create index right_of_administration on :schema.granted_right (administration, granted_at desc, id desc);

-- How a right is from a day on, as it was known from an instant on. Rows are added and never changed.
create table :schema.right_version (
  right_id       text not null,
  sequence       integer not null check (sequence > 0),
  -- Of the right, as in its own row.
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.party (id),
  effective_on   date not null,
  recorded_at    timestamptz not null,
  state          text not null,
  effect         text not null check (effect in ('active', 'suspended', 'ended')),
  data           jsonb not null,
  valid_from     date not null,
  valid_to       date,
  -- What was said for this day itself; what else is here reached it from earlier days.
  said           text[] not null,
  -- The change that reaches forward into this day; null for a change itself.
  carries        integer,
  act            text not null check (act in ('granted', 'changed', 'suspended', 'resumed', 'ended', 'renewed')),
  -- The case that changed it, until that is destroyed; and the decision of it that counts.
  cause_case_id  text references :schema.case_file (id),
  decision_id    text,
  -- Null where a process did it.
  author         text references :schema.person (id),
  reason         text,
  primary key (right_id, sequence),
  -- Nobody adds to the right of others under a name of their own.
  foreign key (right_id, administration, case_id, person_id)
    references :schema.granted_right (id, administration, case_id, person_id),
  check (valid_to is null or valid_to >= valid_from),
  check (carries < sequence)
);
create index right_version_on_day on :schema.right_version (right_id, effective_on desc, sequence desc);
create index right_version_of_case on :schema.right_version (case_id);
create index right_version_of_cause on :schema.right_version (cause_case_id);

-- How many rights of a prefix and a year there are: a number that is taken back with its transaction leaves no hole.
create table :schema.right_counter (
  administration text not null references :schema.administration (key),
  prefix         text not null,
  year           integer not null,
  last           integer not null,
  primary key (administration, prefix, year)
);
