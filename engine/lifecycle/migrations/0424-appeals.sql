-- What an appeal is against and what it suspends; its own case says the rest.
create table :schema.appeal (
  case_id         text primary key references :schema.case_file (id),
  administration  text not null references :schema.administration (key),
  against_case_id text not null references :schema.case_file (id),
  -- The decision that it attacks.
  decision_id     text not null,
  -- Which remedy of the procedure it is, by its place there; null where the procedure declares none.
  remedy          integer check (remedy >= 0),
  suspends        text[] not null check (suspends <@ array['payments', 'payouts', 'right']),
  summary         text not null,
  lodged_at       timestamptz not null,
  -- From which day on it suspends, and when that is over.
  since_on        date not null,
  ended_on        date,
  outcome         text check (outcome in ('decided', 'withdrawn', 'withoutObject', 'decidedElsewhere')),
  ruling          text check (ruling in ('confirmed', 'reformed', 'annulled', 'inadmissible')),
  -- The decision that took the place of the one that it attacks.
  replaced_by     text,
  check (ended_on >= since_on),
  check (replaced_by is null or ruling in ('reformed', 'annulled'))
);
create index appeal_against on :schema.appeal (against_case_id, lodged_at);
create index appeal_that_runs on :schema.appeal (against_case_id) where ended_on is null;
