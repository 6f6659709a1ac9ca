-- What the holder of a right has to show time and again. The rule stands in the procedure; this row says from when on it counts.
create table :schema.obligation (
  id                text primary key,
  administration    text not null references :schema.administration (key),
  -- Of the right, as in its own row: whoever reads the case reads the obligation.
  case_id           text not null references :schema.case_file (id),
  person_id         text not null references :schema.party (id),
  right_id          text not null,
  procedure_key     text not null,
  -- Whose `*.obligation.json` says what it is.
  procedure_version integer not null,
  obligation        text not null,
  starts_on         date not null,
  -- The last day on which something may be due; null for as long as the right holds.
  ends_on           date,
  state             text not null check (state in ('running', 'paused', 'ended')),
  -- Since when the right rests.
  paused_on         date,
  ended             text check (ended in ('released', 'rightEnded')),
  -- The next day of the rule that has no row yet, and the day on which it gets one.
  next_day          date,
  opens_on          date,
  started_at        timestamptz not null,
  unique (id, administration, case_id, person_id),
  foreign key (right_id, administration, case_id, person_id)
    references :schema.granted_right (id, administration, case_id, person_id),
  check ((state = 'paused') = (paused_on is not null)),
  check ((state = 'ended') = (ended is not null)),
  check ((next_day is null) = (opens_on is null)),
  check (ends_on is null or ends_on >= starts_on)
);
-- One of a kind on a right at a time.
create unique index obligation_of_right on :schema.obligation (right_id, obligation) where state <> 'ended';
create index obligation_by_right on :schema.obligation (right_id);
create index obligation_to_open on :schema.obligation (opens_on) where state = 'running';
create index obligation_of_case on :schema.obligation (case_id);
create index obligation_of_person on :schema.obligation (person_id);

-- One day of the rule, from the day on which its window opens. Those ahead are counted from the rule, never stored.
create table :schema.obligation_occurrence (
  id             text primary key,
  obligation_id  text not null,
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.party (id),
  -- The day of the rule, and when it is due: moved to a working day, and by the days for which the right rested.
  day            date not null,
  due_on         date not null,
  -- The last day on which an answer is accepted.
  answer_until   date not null,
  state          text not null check (state in ('open', 'submitted', 'accepted', 'refused', 'waived', 'dropped')),
  -- How much of the ladder the process was told: 0 nothing, 1 that it is due, more the steps of the sanctions.
  told           integer not null check (told >= 0),
  -- When the next of them comes; null where none does.
  tell_on        date,
  opened_at      timestamptz not null,
  submitted_at   timestamptz,
  submitted_by   text references :schema.person (id),
  answers        jsonb,
  -- Files of the answer: uploaded for it, and once it is sent those that went with it.
  documents      text[] not null,
  -- No day of a rule is there twice.
  unique (obligation_id, day),
  foreign key (obligation_id, administration, case_id, person_id)
    references :schema.obligation (id, administration, case_id, person_id),
  check (state <> 'submitted' or (answers is not null and submitted_at is not null)),
  check (tell_on is null or state in ('open', 'refused'))
);
create index occurrence_to_tell on :schema.obligation_occurrence (tell_on) where tell_on is not null;
create index occurrence_of_case on :schema.obligation_occurrence (case_id);
create index occurrence_of_person on :schema.obligation_occurrence (person_id);
create index occurrence_to_do on :schema.obligation_occurrence (administration, state, due_on)
  where state in ('open', 'submitted', 'refused');

-- What became of an obligation. Rows are added and never changed.
create table :schema.obligation_event (
  id             bigint generated always as identity primary key,
  obligation_id  text not null,
  occurrence_id  text references :schema.obligation_occurrence (id),
  administration text not null references :schema.administration (key),
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.party (id),
  at             timestamptz not null,
  act            text not null check (act in ('started', 'opened', 'submitted', 'due', 'overdue', 'accepted', 'askedAgain',
                   'refused', 'waived', 'dropped', 'paused', 'resumed', 'released', 'rightEnded')),
  -- Of the sanctions.
  step           text,
  reason         text,
  -- Null where a process or the clock did it.
  author         text references :schema.person (id),
  foreign key (obligation_id, administration, case_id, person_id)
    references :schema.obligation (id, administration, case_id, person_id),
  check ((act = 'overdue') = (step is not null))
);
create index obligation_event_of on :schema.obligation_event (obligation_id, id);
create index obligation_event_of_case on :schema.obligation_event (case_id);
create index obligation_event_of_person on :schema.obligation_event (person_id);
-- What the clock tells it tells once, whatever happens between.
create unique index obligation_event_once on :schema.obligation_event (occurrence_id, act, coalesce(step, ''))
  where act in ('opened', 'due', 'overdue', 'dropped');
