-- Whom its letters name where they go to more than a hundred people, as it was when whom it is for was written down.
alter table :schema.campaign add column contact_unit jsonb;
alter table :schema.campaign drop constraint campaign_paused_because_check;
alter table :schema.campaign add constraint campaign_paused_because_check
  check (paused_because in ('office', 'returned', 'starter', 'contactUnit'));
