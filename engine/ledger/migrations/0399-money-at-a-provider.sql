-- Money that people pay on the page of a payment provider is there until the provider pays it out.
alter table :schema.payment drop constraint payment_channel_check;
alter table :schema.payment add constraint payment_channel_check
  check (channel in ('counter', 'bank', 'statement', 'online'));
alter table :schema.ledger_line drop constraint ledger_line_account_check;
alter table :schema.ledger_line add constraint ledger_line_account_check
  check (account in ('receivable', 'revenue', 'bank', 'cash', 'suspense', 'refund', 'loss', 'payable', 'expense', 'transit',
                     'provider'));
alter table :schema.ledger_entry drop constraint ledger_entry_kind_check;
alter table :schema.ledger_entry add constraint ledger_entry_kind_check
  check (kind in ('charge', 'payment', 'allotment', 'overpayment', 'writeOff', 'reversal',
                  'order', 'refund', 'release', 'execution', 'rejection', 'payout'));
