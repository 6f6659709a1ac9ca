-- The page of a party is of no case: that a desk opened it is told to them as well, once a function and day.
alter table :schema.file_access alter column case_id drop not null;
create unique index file_access_opening_of_party on :schema.file_access (administration, person_id, acting_as, day)
  where kind = 'opening' and case_id is null;
create index contact_of_person on :schema.contact (person_id, recorded_at desc) where person_id is not null;
