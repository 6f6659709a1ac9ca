-- How long cases take at each step, counted by day and by how long; whose cases they were is kept nowhere.
create table :schema.step_day (
  administration text not null references :schema.administration (key),
  -- The process as the engine knows it, of one published version.
  definition_key text not null,
  element_id     text not null,
  -- On which day cases left the step, as Brussels counts.
  day            date not null,
  -- How long they were there: each is a tenth longer than the one before.
  band           integer not null check (band >= 0),
  passings       integer not null check (passings > 0),
  primary key (definition_key, day, element_id, band)
);

-- The same by month, so that a year is a few lines a step: what is asked for is whole months and the days around them.
create table :schema.step_month (
  administration text not null references :schema.administration (key),
  definition_key text not null,
  element_id     text not null,
  -- Its first day.
  month          date not null,
  band           integer not null check (band >= 0),
  passings       integer not null check (passings > 0),
  primary key (definition_key, month, element_id, band)
);

-- How many stand at a step, when half of them had come, and when a tenth of them had.
create table :schema.step_now (
  administration text not null references :schema.administration (key),
  definition_key text not null,
  element_id     text not null,
  standing       integer not null check (standing > 0),
  half_since     timestamptz not null,
  tenth_since    timestamptz not null,
  primary key (definition_key, element_id)
);

-- What the platform follows in the engine until it ends; nobody but its own job reads it.
create table :schema.step_open (
  element_key    text primary key,
  administration text not null references :schema.administration (key),
  definition_key text not null,
  element_id     text not null,
  entered_at     timestamptz not null,
  checked_at     timestamptz not null
);
create index step_open_checked on :schema.step_open (checked_at, element_key);

-- Until when what began in the engine is known; one row.
create table :schema.step_clock (
  id         boolean primary key default true check (id),
  read_until timestamptz not null,
  counted_at timestamptz not null
);
