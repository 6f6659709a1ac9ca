/*
 * Views of the worklist that somebody saved: whose tasks, filter, columns and order, as data. They say which tasks are looked
 * for and hold none of them.
 */
create table :schema.saved_view (
  id             text primary key,
  administration text not null references :schema.administration (key),
  owner          text not null references :schema.person (id),
  name           text not null,
  definition     jsonb not null,
  -- Whether colleagues see it too.
  shared         boolean not null,
  -- Two who change the same one do not overwrite each other.
  revision       integer not null,
  updated_at     timestamptz not null
);
create index saved_view_of_owner on :schema.saved_view (owner);
create index saved_view_shared on :schema.saved_view (administration) where shared;

-- Which view the desk opens with, for each who chose one.
create table :schema.default_view (
  person_id text primary key references :schema.person (id),
  view_id   text not null references :schema.saved_view (id) on delete cascade
);
create index default_view_of on :schema.default_view (view_id);
