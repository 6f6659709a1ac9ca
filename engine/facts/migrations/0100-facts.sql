-- What an authentic source said for a case, sealed: one row an answer, none ever changed.
create table :schema.source_answer (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  source_key     text not null,
  -- The question that gave it; purpose, law and who asked stand there.
  consultation_id bigint not null references :schema.consultation (id),
  at             timestamptz not null,
  -- A step of the process asked, or somebody at the desk.
  asked_by       text not null check (asked_by in ('process', 'desk')),
  -- It says something about others than the applicant.
  about_others   boolean not null,
  sealed         text not null
);
create index source_answer_of_case on :schema.source_answer (case_id, at);

-- That the applicant says that a source is wrong, with the reason and the proof. What the source said stays.
create table :schema.source_correction (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  source_key     text not null,
  field          text not null,
  document_id    text not null references :schema.document (id),
  at             timestamptz not null,
  -- What the source said, what it should say and why.
  sealed         text not null
);
create index source_correction_of_case on :schema.source_correction (case_id, at);
