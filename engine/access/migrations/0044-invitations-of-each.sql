-- An administration neither learns whom others invite nor keeps them from it: a person has one invitation of each.
drop index :schema.invitation_by_email;
drop index :schema.invitation_by_subject;
create unique index invitation_by_email on :schema.invitation (email, administration)
  nulls not distinct where email is not null;
create unique index invitation_by_subject on :schema.invitation (issuer, subject, administration)
  nulls not distinct where subject is not null;
