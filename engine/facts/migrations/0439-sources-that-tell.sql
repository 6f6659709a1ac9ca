-- A source may tell of a change by itself.
alter table :schema.source_answer drop constraint source_answer_asked_by_check;
alter table :schema.source_answer add constraint source_answer_asked_by_check
  check (asked_by in ('process', 'desk', 'source'));
