-- Whoever follows user tasks asks for those created, and those ended, since they last looked.
create index user_task_by_creation on :schema.user_task (created_at, key) where ended_at is null;
create index user_task_by_end on :schema.user_task (ended_at, key) where ended_at is not null;
