-- What who did the task proposed: value by path of the process variable, and its hash.
alter table :schema.task add column proposal jsonb;
alter table :schema.task add column proposal_hash text;
-- What who did the task approved: the proposals of the tasks that it is separated from.
alter table :schema.task add column approved jsonb;
alter table :schema.task add column approved_hash text;
-- Hash of the values that were last found to differ from the proposal, so that one change is told once.
alter table :schema.task add column voided_hash text;
