-- Days on which the offices of an administration are closed beside the legal holidays.
create table :schema.closure (
  id             text primary key,
  administration text not null references :schema.administration (key),
  name           jsonb not null,
  recurs         text not null check (recurs in ('once', 'yearly')),
  -- Month and day of one that recurs, such as 05-08.
  date           text check (date ~ '^[01][0-9]-[0-3][0-9]$'),
  from_day       date not null,
  -- Null while one that recurs has no end.
  to_day         date,
  added_at       timestamptz not null,
  added_by       text not null,
  check ((recurs = 'yearly') = (date is not null)),
  check (recurs = 'yearly' or to_day is not null),
  check (to_day is null or to_day >= from_day)
);
create index closure_of_administration on :schema.closure (administration, from_day);
