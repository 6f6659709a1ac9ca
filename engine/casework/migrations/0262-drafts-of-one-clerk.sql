-- An application that an office fills and that asks for restricted answers is of the clerk who opened it, until it is a case.
alter table :schema.application_draft add column opener_only boolean not null default false;
