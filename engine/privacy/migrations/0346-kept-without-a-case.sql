-- What no case keeps and no case takes with it is found by how long nobody touched it.
create index application_draft_forgotten on :schema.application_draft (saved_at) where case_id is null;
create index contact_answered on :schema.contact (answered_on) where state = 'answered';
create index file_access_without_case on :schema.file_access (last_at) where case_id is null;
create index consultation_without_case on :schema.consultation (at) where case_id is null and draft_id is null;
