-- When somebody who takes part no longer was told that a hearing to which they were summoned expects them no more.
alter table :schema.hearing_summons add column released_at timestamptz;
