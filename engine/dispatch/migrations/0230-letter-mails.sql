-- Letters that a room of the platform sent, and when whoever it was for was told of each by mail.
create table :schema.letter_mail (
  letter_id      text primary key references :schema.letter (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  -- Who takes part and has a copy; null for the applicant.
  participant_id text references :schema.participant (id) on delete cascade,
  -- Of the mail.
  language       text not null check (language in ('fr', 'nl', 'en')),
  at             timestamptz not null,
  -- The last day to answer what the letter asks; null when it asks nothing.
  answer_by      date,
  told_at        timestamptz
);
create index letter_mail_to_send on :schema.letter_mail (at) where told_at is null;
create index letter_mail_of_case on :schema.letter_mail (case_id);
