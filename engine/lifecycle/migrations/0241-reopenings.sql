-- That a closed case goes on: who wanted it and why, and who approved it where that takes a second person.
create table :schema.reopening (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  ground         text not null check (ground in ('newFacts', 'error', 'appeal', 'request')),
  reason         text not null,
  state          text not null check (state in ('proposed', 'done', 'refused')),
  proposed_by    text not null references :schema.person (id),
  proposed_at    timestamptz not null,
  -- When the case had been closed.
  closed_at      timestamptz not null,
  decided_by     text references :schema.person (id),
  decided_at     timestamptz,
  -- Why it was refused.
  refusal        text,
  check ((state = 'proposed') = (decided_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
create unique index reopening_proposed on :schema.reopening (case_id) where state = 'proposed';
create index reopening_of_case on :schema.reopening (case_id, proposed_at);
