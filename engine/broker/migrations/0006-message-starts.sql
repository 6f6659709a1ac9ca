-- Messages that started an instance: nothing waited for them, so they belong to no subscription.
create table :schema.message_start (
  process_instance_key bigint primary key,
  definition_key bigint not null,
  element_id text not null,
  message_key bigint not null,
  message_name text not null,
  correlation_key text not null,
  tenant_id text not null,
  correlated_at bigint not null
);
create index message_start_message on :schema.message_start (message_key);
