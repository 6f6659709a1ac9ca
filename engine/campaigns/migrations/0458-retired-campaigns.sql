-- Nobody is invited to apply for what has ended.
alter table :schema.campaign drop constraint campaign_paused_because_check;
alter table :schema.campaign add constraint campaign_paused_because_check
  check (paused_because in ('office', 'returned', 'starter', 'contactUnit', 'retired'));
