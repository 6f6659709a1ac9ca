-- After how many days a receivable that is overdue is reminded of, and how many days after that comes the formal notice.
alter table :schema.receivable add column reminder_days integer check (reminder_days > 0);
alter table :schema.receivable add column notice_days integer check (notice_days > 0);
alter table :schema.receivable add constraint receivable_notice_after_reminder
  check (notice_days is null or reminder_days is not null);

-- How far it has come: each step is told once, and once more after each plan that falls.
alter table :schema.receivable_news add column step text check (step in ('overdue', 'reminder', 'formalNotice'));
alter table :schema.receivable_news add column day date;
-- On which day the next step is due; null where there is none, or it was told.
alter table :schema.receivable_news add column next_on date;
update :schema.receivable_news set step = 'overdue', day = (payment ->> 'day')::date where name = 'payment.overdue';
alter table :schema.receivable_news add constraint receivable_news_step check ((name = 'payment.overdue') = (step is not null and day is not null));
drop index :schema.receivable_overdue_once;
create unique index receivable_overdue_once on :schema.receivable_news (receivable_id, coalesce(plan_id, ''), step)
  where name = 'payment.overdue';
create index receivable_news_next on :schema.receivable_news (next_on, id) where next_on is not null;
