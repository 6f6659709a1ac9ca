-- In which languages letters go beside that of the case: the other one of the Region where nobody said which is theirs, and
-- translations by courtesy, which have no legal force.
alter table :schema.case_file add column also_in text[] not null default '{}';
