-- That a case, or whatever is of a party, may not be destroyed for now.
create table :schema.legal_hold (
  id             text primary key,
  administration text not null references :schema.administration (key),
  case_id        text references :schema.case_file (id),
  party_id       text references :schema.party (id),
  reason         text not null,
  placed_by      text not null references :schema.person (id),
  placed_at      timestamptz not null,
  -- The last day on which it holds; without, it holds until somebody lifts it.
  until          date,
  lifted_by      text references :schema.person (id),
  lifted_at      timestamptz,
  lifted_reason  text,
  check ((case_id is null) <> (party_id is null)),
  check ((lifted_at is null) = (lifted_by is null))
);
create index legal_hold_of_case on :schema.legal_hold (case_id) where case_id is not null;
create index legal_hold_of_party on :schema.legal_hold (party_id) where party_id is not null;
create index legal_hold_of_office on :schema.legal_hold (administration, placed_at desc);

-- A destruction: what one person proposes and another approves. What it says of the cases outlives them: it is their certificate.
create table :schema.destruction (
  id             text primary key,
  administration text not null references :schema.administration (key),
  state          text not null check (state in ('proposed', 'running', 'done', 'canceled')),
  proposed_by    text not null references :schema.person (id),
  proposed_at    timestamptz not null,
  approved_by    text references :schema.person (id),
  approved_at    timestamptz,
  finished_at    timestamptz,
  check (approved_by <> proposed_by)
);
create index destruction_of_office on :schema.destruction (administration, proposed_at desc);
create index destruction_running on :schema.destruction (approved_at) where state = 'running';
create unique index destruction_open on :schema.destruction (administration) where state in ('proposed', 'running');

-- One case of a destruction. No key leads to the case: the row says that it was, and nothing of whom it was about.
create table :schema.destroyed_case (
  destruction_id text not null references :schema.destruction (id),
  case_id        text not null,
  administration text not null references :schema.administration (key),
  procedure_key  text not null,
  outcome        text not null,
  years          integer not null,
  legal_ref      jsonb not null,
  closed_on      date not null,
  state          text not null check (state in ('waiting', 'going', 'destroyed', 'kept')),
  -- Why it was kept after all.
  kept_because   text check (kept_because in ('held', 'appealed', 'running', 'notDue', 'engine')),
  attempts       integer not null default 0,
  -- How many rows went, by table.
  counts         jsonb,
  destroyed_at   timestamptz,
  primary key (destruction_id, case_id),
  check ((state = 'destroyed') = (destroyed_at is not null)),
  check ((state = 'kept') = (kept_because is not null))
);
create index destroyed_case_waiting on :schema.destroyed_case (destruction_id, case_id) where state in ('waiting', 'going');
create index destroyed_case_of on :schema.destroyed_case (case_id);

-- A party without any other case goes with its last one: whether there is another one is asked by the party.
create index case_party_of_person on :schema.case_party (person_id) where person_id is not null;

-- What is due is looked for among what is closed, the eldest first.
create index case_file_closed on :schema.case_file (administration, closed_at) where closed_at is not null;
