-- What an administration says of the accessibility of its pages, in its own words; everybody reads it.
create table :schema.accessibility_statement (
  administration text primary key references :schema.administration (key),
  -- Counts its edits, so that two who write at once do not undo each other.
  revision       integer not null check (revision >= 1),
  -- What is not accessible and why, whom to tell, and to whom one complains about the answer; each in every language.
  limits         jsonb not null,
  contact        jsonb not null,
  enforcement    jsonb not null,
  -- The day on which somebody last went through it.
  reviewed_on    date not null
);
