-- Which of our batches or orders a bank names with what moved, and what became of it.
alter table :schema.bank_movement add column batch_reference text;
alter table :schema.bank_movement add column batch_id text references :schema.payment_batch (id);
alter table :schema.bank_movement add column payable_id text references :schema.payable (id);
-- Why it is left to a person, where it names something of ours that it does not fit.
alter table :schema.bank_movement add column misfit text check (misfit in ('sum', 'settled', 'ended'));
create index bank_movement_of_batch on :schema.bank_movement (batch_id) where batch_id is not null;

alter table :schema.bank_movement drop constraint bank_movement_state_check;
alter table :schema.bank_movement add constraint bank_movement_state_check
  check (state in ('waiting', 'matched', 'unmatched', 'tookBack', 'outgoing', 'settled', 'cameBack', 'misfit'));
alter table :schema.bank_movement add constraint bank_movement_names_check
  check ((batch_id is not null) = (state in ('settled', 'cameBack', 'misfit')) and (misfit is not null) = (state = 'misfit'));
