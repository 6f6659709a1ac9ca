-- Answers to restricted fields, out of the rows that lists, copies and other systems read: a wall of their own lets each
-- reader through. Also what a source had filled in there, and what a correction changed.
create table :schema.restricted_answer (
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  kind           text not null check (kind in ('answer', 'prefill', 'correction')),
  -- The correction; empty for the others.
  of_id          text not null,
  pointer        text not null,
  value          jsonb not null,
  primary key (case_id, kind, of_id, pointer)
);

-- One person sees one answer of one case until a time, and said why; the wall of the answers asks for this row.
create table :schema.answer_unmasking (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  pointer        text not null,
  unmasked_by    text not null references :schema.person (id),
  category       text not null,
  reason         text not null,
  begins_at      timestamptz not null,
  ends_at        timestamptz not null
);
create index answer_unmasking_of_case on :schema.answer_unmasking (case_id, unmasked_by, pointer, ends_at desc);
create index answer_unmasking_of_person on :schema.answer_unmasking (unmasked_by, ends_at);
