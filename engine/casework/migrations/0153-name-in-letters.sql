-- How letters write the name of an applicant whose own script no font of letters has; null where they write it as it is.
alter table :schema.case_file add column name_in_letters text;
