-- What a source did not say about somebody in a case: unknown, until it answers.
create table :schema.unanswered_source (
  case_id        text not null references :schema.case_file (id),
  source_key     text not null,
  -- Blind index of the number asked about.
  subject_index  text not null,
  administration text not null references :schema.administration (key),
  -- The source's own word, or why it was not asked.
  outcome        text not null,
  since          timestamptz not null,
  primary key (case_id, source_key, subject_index)
);
