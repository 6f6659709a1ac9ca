-- By which ways somebody else has to carry a letter and has not said that they do; follows from its fates.
alter table :schema.notice add column to_carry text[] not null default '{}';
update :schema.notice n set to_carry = array(
  select w.way from (values ('ebox'), ('registered')) as w (way)
    join :schema.letter l on l.id = n.letter_id and l.channels @> to_jsonb(w.way)
   where not exists (select from :schema.notice_fate f where f.notice_id = n.id and f.channel = w.way));
create index notice_to_carry on :schema.notice (administration, at, id) where to_carry <> '{}';
