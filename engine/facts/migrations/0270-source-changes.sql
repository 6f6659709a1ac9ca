-- That a source says something else than before, taken into account from a month on or left aside: one row a decision, none
-- ever changed.
create table :schema.source_change (
  id              text primary key,
  case_id         text not null references :schema.case_file (id),
  administration  text not null references :schema.administration (key),
  source_key      text not null,
  -- The moment of the newest thing that the source had said: what it says later is another change.
  up_to           timestamptz not null,
  outcome         text not null check (outcome in ('accepted', 'rejected')),
  -- As 2026-12; what was left aside has none.
  effective_month text check ((outcome = 'accepted') = (effective_month is not null)),
  settled_by      text not null,
  at              timestamptz not null,
  -- What the source said before and after, and why it was settled so.
  sealed          text not null,
  unique (case_id, source_key, up_to)
);
