-- Days on which somebody of an administration is away. Why, nobody is asked.
create table :schema.absence (
  id             text primary key,
  administration text not null references :schema.administration (key),
  person_id      text not null references :schema.person (id),
  from_day       date not null,
  to_day         date not null,
  -- To whom their tasks go first.
  stand_in       text references :schema.person (id),
  recorded_by    text not null references :schema.person (id),
  recorded_at    timestamptz not null,
  -- Back earlier, or not away after all.
  ended_at       timestamptz,
  check (from_day <= to_day)
);
create index absence_by_day on :schema.absence (administration, to_day) where ended_at is null;
create index absence_of_person on :schema.absence (person_id, to_day) where ended_at is null;
