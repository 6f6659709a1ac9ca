-- How an applicant found it, after filing and after their case was closed. Whoever reads the numbers sees neither case nor moment of giving.
create table :schema.feedback (
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  procedure_key  text not null,
  moment         text not null check (moment in ('filed', 'closed')),
  score          integer not null check (score between 1 and 5),
  comment        text,
  -- From which it can no longer be changed a day later.
  given_at       timestamptz not null,
  -- `2026-11`: all that numbers know of when.
  given_month    text not null,
  primary key (case_id, moment)
);
create index feedback_of_administration on :schema.feedback (administration, given_month);
