-- How well the identity provider knew whoever signed in, in the levels of the platform; those of before count as low.
alter table :schema.session
  add column assurance text not null default 'low' check (assurance in ('low', 'substantial', 'high'));
