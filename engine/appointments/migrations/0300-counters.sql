-- Where an office receives people: for what, when, how many at once.
create table :schema.counter (
  id             text primary key,
  administration text not null references :schema.administration (key),
  revision       integer not null,
  name           jsonb not null,
  address        jsonb not null,
  -- Keys of the procedures for which one may come, and whether for anything else.
  procedures     text[] not null,
  takes_other    boolean not null,
  -- The hours of a week: days of the week from 1 (Monday), and times as clocks in Brussels show them.
  hours          jsonb not null,
  slot_minutes   integer not null check (slot_minutes > 0),
  -- How many are received at once.
  desks          integer not null check (desks > 0),
  -- How long ahead one may book, and how late.
  days_ahead     integer not null check (days_ahead > 0),
  hours_before   integer not null check (hours_before >= 0),
  languages      text[] not null,
  -- Whether new hours may be booked.
  is_open        boolean not null
);
create index counter_of_administration on :schema.counter (administration);

-- An hour that somebody booked at a counter.
create table :schema.appointment (
  id             text primary key,
  administration text not null references :schema.administration (key),
  counter_id     text not null references :schema.counter (id),
  -- Whom it is for; null where a desk noted a name alone.
  person_id      text references :schema.party (id),
  name           text not null,
  phone          text,
  -- In which they are received.
  language       text not null check (language in ('fr', 'nl', 'en')),
  -- What they come for; null for something else.
  procedure_key  text,
  case_id        text references :schema.case_file (id),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  state          text not null check (state in ('booked', 'arrived', 'served', 'missed', 'canceled')),
  -- Why an office canceled it.
  reason         text,
  -- How often it was moved.
  moves          integer not null,
  -- What a clerk noted of the visit.
  contact_id     text,
  booked_by      text not null references :schema.person (id),
  booked_at      timestamptz not null,
  -- The next mail that says something of it, when it goes, and how often that was tried.
  mail           text check (mail in ('confirmation', 'reminder', 'cancellation')),
  mail_due       timestamptz,
  mail_tries     integer not null,
  check (ends_at >= starts_at)
);
create index appointment_of_counter on :schema.appointment (counter_id, starts_at);
create index appointment_of_person on :schema.appointment (person_id, starts_at);
create index appointment_of_case on :schema.appointment (case_id) where case_id is not null;
create index appointment_to_tell on :schema.appointment (mail_due) where mail is not null;
create index appointment_without_case on :schema.appointment (ends_at) where case_id is null;

-- Whoever looks for a free hour sees when somebody comes, and never who.
create function :schema.taken_places(of_counter text, from_at timestamptz, until_at timestamptz)
  returns table (starts_at timestamptz, ends_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.starts_at, a.ends_at from :schema.appointment a
   where a.counter_id = of_counter and a.state <> 'canceled' and a.starts_at < until_at and a.ends_at > from_at
$$;

-- And on which days the office of a counter is closed.
create function :schema.closures_of_counter(of_counter text)
  returns table (recurs text, date text, from_day text, to_day text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.recurs, c.date, c.from_day::text, c.to_day::text from :schema.closure c
    join :schema.counter k on k.administration = c.administration
   where k.id = of_counter
$$;
