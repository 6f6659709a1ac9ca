-- What who approved or sent back said in the form of the task, for who does the first task again.
alter table :schema.task add column answers jsonb;
-- Who sent a task back without its form, and why.
alter table :schema.task add column sent_back_by text references :schema.person (id);
alter table :schema.task add column sent_back_reason text;
