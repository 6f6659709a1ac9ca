-- Counts that web processes share. Unlogged: a count costs no wait for the disk, and after a crash counting starts anew.
create unlogged table :schema.request_count (
  key     text primary key,
  count   integer not null,
  ends_at timestamptz not null
);
create index request_count_by_end on :schema.request_count (ends_at);
