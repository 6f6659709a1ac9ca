-- People heard before a case is decided: when and where, who was summoned, and what was said.
create table :schema.hearing (
  id                 text primary key,
  case_id            text not null references :schema.case_file (id),
  administration     text not null references :schema.administration (key),
  -- As the procedure calls it.
  key                text not null,
  label              jsonb not null,
  at                 timestamptz not null,
  -- How long it is expected to take.
  minutes_long       integer not null check (minutes_long between 1 and 600),
  -- Where one comes, or where one connects, or both.
  place              text,
  link               text,
  -- In which it is held.
  language           text not null check (language in ('fr', 'nl', 'en')),
  -- Who holds it; null until somebody takes it.
  led_by             text references :schema.person (id),
  scheduled_at       timestamptz not null,
  -- Null where the process scheduled it.
  scheduled_by       text references :schema.person (id),
  moves              integer not null default 0,
  state              text not null check (state in ('scheduled', 'held', 'missed', 'canceled')),
  -- Why it was moved the last time, or canceled; null where neither was, or the case was closed.
  reason             text,
  minutes            text,
  minutes_documents  text[] not null,
  ended_at           timestamptz,
  ended_by           text references :schema.person (id),
  -- Why the applicant asks for another time, and what was answered.
  wish               text,
  wished_at          timestamptz,
  wish_answer        text,
  wish_answered_at   timestamptz,
  check (place is not null or link is not null),
  check ((state = 'scheduled') = (ended_at is null))
);
create index hearing_of_case on :schema.hearing (case_id, at);
create index hearing_of_administration on :schema.hearing (administration, at) where state = 'scheduled';
create index hearing_of_person on :schema.hearing (led_by, at) where state = 'scheduled';

-- Who was summoned, who came, and what they said.
create table :schema.hearing_summons (
  hearing_id     text not null references :schema.hearing (id),
  position       integer not null,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  -- Null for the applicant.
  participant_id text references :schema.participant (id) on delete set null,
  -- As they were called on the day on which they were summoned.
  name           text not null,
  role           jsonb not null,
  -- Null until it is known.
  came           boolean,
  statement      text,
  primary key (hearing_id, position)
);
create index hearing_summons_of_case on :schema.hearing_summons (case_id);
