/*
 * That two records are of one person, as an administration found: it then reads them as one. Nothing of them is moved, so that
 * each keeps its history, the portal shows nobody more than before, and what was found wrong is taken back.
 */
create table :schema.party_merge (
  id             text primary key,
  administration text not null references :schema.administration (key),
  party_id       text not null references :schema.party (id),
  into_party_id  text not null references :schema.party (id),
  reason         text not null,
  merged_at      timestamptz not null,
  merged_by      text not null references :schema.person (id),
  undone_at      timestamptz,
  undone_by      text references :schema.person (id),
  undo_reason    text,
  check ((undone_at is null) = (undo_reason is null))
);
create unique index party_merge_once on :schema.party_merge (administration, party_id) where undone_at is null;
create index party_merge_into on :schema.party_merge (administration, into_party_id);
