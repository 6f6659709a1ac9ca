-- That less is owed although nobody paid is told as well: whoever waits for money would wait for ever.
alter table :schema.receivable_news drop constraint receivable_news_name_check;
alter table :schema.receivable_news add constraint receivable_news_name_check
  check (name in ('payment.received', 'payment.lowered', 'payment.reversed', 'payment.overdue', 'payment.missed'));
