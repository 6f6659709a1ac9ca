-- Why a task listener denied what it was asked about; null when it did not.
alter table :schema.job add column denied_reason text;
