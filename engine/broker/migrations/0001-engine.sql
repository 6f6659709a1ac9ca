-- The engine's tables. Three kinds, one commit: state (what the engine loads and writes), the read model by noun
-- (what searches read), and the diary (what happened). Times are epoch milliseconds by the engine's clock.

-- Exactly one row. Whoever raised the epoch last may write: every commit sets writer_epoch to the epoch it believes in,
-- and the constraint refuses a writer that was paused while another one took over.
create table :schema.partition (
  id integer primary key,
  epoch bigint not null,
  writer_epoch bigint not null,
  holder text not null,
  lease_until timestamptz not null,
  next_position bigint not null,
  key_sequence bigint not null,
  constraint partition_writer_is_current check (writer_epoch = epoch)
);
insert into :schema.partition values (1, 0, 0, '', '-infinity', 1, 0);

-- State of one root process instance with everything active under it; opaque text of the core.
-- Rewritten at every step of the instance: room on the page keeps the update on the page, and no compression keeps it cheap.
create table :schema.instance_state (
  root_key bigint primary key,
  has_steps boolean not null,
  state text not null
) with (fillfactor = 60, toast_tuple_target = 8160);
create index instance_state_steps on :schema.instance_state (root_key) where has_steps;

-- State of one meeting point of publishers and instances.
create table :schema.bucket_state (
  id text primary key,
  state text not null,
  next_deadline bigint
) with (fillfactor = 80);
create index bucket_state_deadline on :schema.bucket_state (next_deadline) where next_deadline is not null;

-- Deployed bytes by their hash.
create table :schema.resource_content (
  checksum text primary key,
  content bytea not null
);

-- body is the definition as the core knows it.
create table :schema.definition (
  key bigint primary key,
  noun text not null,
  tenant_id text not null,
  id text not null,
  version integer not null,
  version_tag text,
  name text,
  resource_name text not null,
  checksum text not null,
  deployment_key bigint not null,
  requirements_key bigint,
  body text not null,
  deployed_at bigint not null,
  deleted_at bigint,
  constraint definition_version unique (noun, tenant_id, id, version)
);

create table :schema.start_timer (
  key bigint primary key,
  due_at bigint not null,
  body text not null
);

-- The diary: the changes of one batch to one aggregate. A row holds the events from position on, event_count of them.
create table :schema.engine_record (
  position bigint primary key,
  event_count integer not null,
  root_key bigint,
  at bigint not null,
  change text not null
);
create index engine_record_root on :schema.engine_record (root_key, position) where root_key is not null;
create index engine_record_at on :schema.engine_record using brin (at);

create table :schema.process_instance (
  key bigint primary key,
  root_key bigint not null,
  definition_key bigint not null,
  definition_id text not null,
  version integer not null,
  tenant_id text not null,
  parent_key bigint,
  parent_element_key bigint,
  state text not null,
  started_at bigint not null,
  ended_at bigint,
  tags text not null,
  business_id text
) with (fillfactor = 90);
create index process_instance_definition on :schema.process_instance (definition_id, key);
create index process_instance_parent on :schema.process_instance (parent_key) where parent_key is not null;
create index process_instance_business on :schema.process_instance (business_id) where business_id is not null;

create table :schema.element_instance (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  scope_key bigint not null,
  element_id text not null,
  type text not null,
  state text not null,
  started_at bigint not null,
  ended_at bigint
) with (fillfactor = 90);
create index element_instance_process on :schema.element_instance (process_instance_key);

create table :schema.variable (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  scope_key bigint not null,
  name text not null,
  value text not null,
  tenant_id text not null
);
create index variable_process on :schema.variable (process_instance_key);

-- phase is the core's word for an open job and 'ended' afterwards; state is the word of the API.
create table :schema.job (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  element_key bigint not null,
  element_id text not null,
  tenant_id text not null,
  type text not null,
  kind text not null,
  listener_event_type text not null,
  headers text not null,
  phase text not null,
  state text not null,
  retries integer not null,
  worker text not null,
  deadline bigint not null,
  retry_at bigint not null,
  error_code text,
  error_message text,
  created_at bigint not null,
  ended_at bigint
) with (fillfactor = 80);
create index job_open on :schema.job (type, key) where phase <> 'ended';
create index job_process on :schema.job (process_instance_key);

create table :schema.user_task (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  element_key bigint not null,
  element_id text not null,
  tenant_id text not null,
  state text not null,
  assignee text,
  candidate_groups text not null,
  candidate_users text not null,
  due_date text,
  follow_up_date text,
  priority integer not null,
  form_key bigint,
  external_form_reference text,
  headers text not null,
  created_at bigint not null,
  ended_at bigint
) with (fillfactor = 80);
create index user_task_open on :schema.user_task (key) where ended_at is null;
create index user_task_assignee on :schema.user_task (assignee, key) where ended_at is null;
create index user_task_process on :schema.user_task (process_instance_key);

create table :schema.incident (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  element_key bigint not null,
  element_id text not null,
  tenant_id text not null,
  job_key bigint,
  error_type text not null,
  error_message text not null,
  state text not null,
  created_at bigint not null,
  resolved_at bigint
);
create index incident_active on :schema.incident (process_instance_key) where state = 'ACTIVE';
create index incident_process on :schema.incident (process_instance_key);

-- Only what is still due.
create table :schema.timer (
  key bigint primary key,
  root_key bigint not null,
  element_key bigint not null,
  element_id text not null,
  due_at bigint not null
);
create index timer_due on :schema.timer (due_at);

create table :schema.message_subscription (
  key bigint primary key,
  root_key bigint not null,
  process_instance_key bigint not null,
  element_key bigint not null,
  element_id text not null,
  tenant_id text not null,
  message_name text not null,
  correlation_key text not null,
  state text not null,
  updated_at bigint not null
);
create index message_subscription_process on :schema.message_subscription (process_instance_key);
create index message_subscription_open on :schema.message_subscription (message_name, correlation_key) where state = 'CREATED';

create table :schema.decision_instance (
  key bigint primary key,
  root_key bigint,
  process_instance_key bigint,
  element_key bigint,
  tenant_id text not null,
  decision_key bigint not null,
  output text not null,
  failure text,
  trace text not null,
  evaluated_at bigint not null
);
create index decision_instance_process on :schema.decision_instance (process_instance_key) where process_instance_key is not null;
create index decision_instance_decision on :schema.decision_instance (decision_key, key);
