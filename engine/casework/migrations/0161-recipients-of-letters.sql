-- To whom a letter goes where that is not the applicant.
alter table :schema.letter add column recipient text;
