-- A payment that was told to a process may turn out to be none: a bank takes it back, or somebody booked it by mistake.
alter table :schema.receivable_news drop constraint receivable_news_name_check;
alter table :schema.receivable_news add constraint receivable_news_name_check
  check (name in ('payment.received', 'payment.reversed', 'payment.overdue'));
