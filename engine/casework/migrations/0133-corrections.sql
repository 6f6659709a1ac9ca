-- What a clerk corrected in the answers of an application: both values, why, who and when, for both sides to read.
create table :schema.answer_correction (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  pointer        text not null,
  label          jsonb not null,
  before         jsonb not null,
  after          jsonb not null,
  reason         text not null,
  corrected_by   text not null references :schema.person (id),
  corrected_at   timestamptz not null
);
create index answer_correction_of_case on :schema.answer_correction (case_id, corrected_at);

-- The process of the case hears of the answers as they are now.
alter table :schema.outbox drop constraint outbox_kind_check;
alter table :schema.outbox add constraint outbox_kind_check
  check (kind in ('startProcess', 'publishMessage', 'cancelDuplicates', 'giveHandle', 'giveAnswers'));
