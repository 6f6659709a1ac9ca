-- Batch operations: what was asked for, and one row for each process instance or incident that it is about.
-- Their keys are those of a partition that does not exist, so that no key is given twice.
create sequence :schema.batch_operation_key start with 4503599627370496;
create table :schema.batch_operation (
  key bigint primary key,
  tenant_ids text,
  type text not null,
  state text not null,
  plan text not null,
  started_at bigint not null,
  ended_at bigint
);
create index batch_operation_open on :schema.batch_operation (key) where state in ('CREATED', 'ACTIVE');

create table :schema.batch_operation_item (
  batch_key bigint not null,
  item_key bigint not null,
  process_instance_key bigint not null,
  tenant_id text not null,
  state text not null,
  error_message text,
  processed_at bigint,
  primary key (batch_key, item_key)
) with (fillfactor = 80);
create index batch_operation_item_open on :schema.batch_operation_item (batch_key, item_key) where state = 'ACTIVE';
create index batch_operation_item_instance on :schema.batch_operation_item (process_instance_key);

-- Who took which message. One row a correlation: a subscription that stays open may have many.
create table :schema.correlated_message (
  subscription_key bigint not null,
  message_key bigint not null,
  correlated_at bigint not null,
  primary key (subscription_key, message_key)
);

create table :schema.document (
  id text primary key,
  tenant_id text not null,
  content_hash text not null,
  content_type text not null,
  file_name text not null,
  size integer not null,
  expires_at bigint,
  process_definition_id text,
  process_instance_key bigint,
  custom_properties text not null,
  content bytea not null,
  created_at bigint not null
);
create index document_expiry on :schema.document (expires_at) where expires_at is not null;

-- The digest of what a link knows, not the link: who reads the table cannot follow one.
create table :schema.document_link (
  digest text primary key,
  document_id text not null references :schema.document (id) on delete cascade,
  expires_at bigint not null
);
create index document_link_document on :schema.document_link (document_id);
