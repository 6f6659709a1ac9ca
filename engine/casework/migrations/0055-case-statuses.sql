-- Which statuses the cases of an administration have is asked by every list of cases; each status is one look into this.
create index case_file_status on :schema.case_file (administration, status);
