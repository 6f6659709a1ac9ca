-- Where an entry that no person wrote comes from: process, element, job, version, publisher.
alter table :schema.timeline_entry add column origin jsonb;

-- Cases that ran before there were handles get theirs; the outbox sends it to their process.
alter table :schema.outbox drop constraint outbox_kind_check;
alter table :schema.outbox add constraint outbox_kind_check
  check (kind in ('startProcess', 'publishMessage', 'cancelDuplicates', 'giveHandle'));
insert into :schema.outbox (case_id, kind, message, state, next_at, created_at)
  select id, 'giveHandle', '{"kind": "giveHandle"}', 'waiting', updated_at, updated_at
    from :schema.case_file where process_instance_key is not null and closed_at is null;
