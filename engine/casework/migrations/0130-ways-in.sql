-- Cases that the office opens of its own motion, that another system, another case or a schedule opens.
alter table :schema.application_draft drop constraint application_draft_channel_check;
alter table :schema.application_draft add constraint application_draft_channel_check
  check (channel in ('portal', 'call', 'visit', 'mail', 'message', 'exOfficio', 'api', 'case', 'schedule'));
alter table :schema.case_file drop constraint case_file_channel_check;
alter table :schema.case_file add constraint case_file_channel_check
  check (channel in ('portal', 'call', 'visit', 'mail', 'message', 'exOfficio', 'api', 'case', 'schedule'));
-- Who is at the counter is found by their number.
create index case_party_of_number on :schema.case_party (administration, number_index) where number_index is not null;
