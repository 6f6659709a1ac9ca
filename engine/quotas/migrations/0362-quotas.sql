-- How many rights of a kind and category there are, and how many wait for one. Whoever changes a place locks this row first.
create table :schema.quota_count (
  administration text not null references :schema.administration (key),
  procedure_key  text not null,
  quota          text not null,
  -- Places by how they stand.
  reserved       integer not null check (reserved >= 0),
  held           integer not null check (held >= 0),
  waiting        integer not null check (waiting >= 0),
  -- The last event, and the last number given out in the line.
  events         integer not null,
  lines          integer not null,
  primary key (administration, procedure_key, quota)
);

-- A place that a case has, or for which it waits.
create table :schema.quota_place (
  id             text primary key,
  administration text not null,
  procedure_key  text not null,
  quota          text not null,
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.party (id),
  state          text not null check (state in ('waiting', 'reserved', 'held', 'over')),
  -- Its number in the line, which it keeps; null for a place that was free at once.
  line           integer,
  -- The last day on which it is kept.
  reserved_until date,
  -- What takes it.
  right_id       text references :schema.granted_right (id),
  asked_at       timestamptz not null,
  ended          text check (ended in ('released', 'left', 'lapsed', 'rightEnded')),
  foreign key (administration, procedure_key, quota)
    references :schema.quota_count (administration, procedure_key, quota),
  check (state <> 'waiting' or line is not null),
  check ((state = 'reserved') = (reserved_until is not null)),
  check (state <> 'held' or right_id is not null),
  check ((state = 'over') = (ended is not null))
);
-- Nobody stands twice in a line, and no two at one number.
create unique index place_open_of_case on :schema.quota_place (administration, procedure_key, quota, case_id)
  where state in ('waiting', 'reserved');
create unique index place_in_line on :schema.quota_place (administration, procedure_key, quota, line);
create unique index place_of_right on :schema.quota_place (right_id) where state = 'held';
create index place_reserved on :schema.quota_place (reserved_until) where state = 'reserved';
create index place_live on :schema.quota_place (administration, procedure_key, quota, state) where state <> 'over';
create index place_of_case on :schema.quota_place (case_id);
create index place_of_person on :schema.quota_place (person_id);
create index place_by_right on :schema.quota_place (right_id);

-- What became of a quota, place by place. Rows are added and never changed, and name nobody.
create table :schema.quota_event (
  administration text not null,
  procedure_key  text not null,
  quota          text not null,
  sequence       integer not null check (sequence > 0),
  at             timestamptz not null,
  act            text not null check (act in ('waiting', 'reserved', 'offered', 'confirmed', 'released', 'left', 'lapsed', 'rightEnded')),
  -- Of the place that it is about.
  line           integer,
  place_id       text not null,
  -- As they are after it: places that are reserved or held, and those who wait for one.
  taken          integer not null,
  waiting        integer not null,
  ceiling        integer,
  primary key (administration, procedure_key, quota, sequence),
  foreign key (administration, procedure_key, quota)
    references :schema.quota_count (administration, procedure_key, quota),
  -- Whoever is given a place is given one that is there. A ceiling that falls takes nothing away.
  check (act not in ('reserved', 'offered') or (ceiling is not null and taken <= ceiling))
);
create index quota_event_of_place on :schema.quota_event (place_id);
-- Who left the line, by number: all that a position needs.
create index quota_departure on :schema.quota_event (administration, procedure_key, quota, line)
  where act in ('offered', 'left');
