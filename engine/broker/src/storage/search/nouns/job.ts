import type { JobView } from '@irisflow/protocol';
import { date, flag, headOf, integer, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, isoOrNull, type Noun } from '../noun.ts';
import { joinInstance, table } from './table.ts';

interface Row extends Omit<JobView, 'customHeaders'> {
  readonly customHeaders: string;
}

const deadline = 'nullif(j.deadline, 0)';
/** Only task listeners are asked. */
const isDenied = `(case when j.kind = 'TASK_LISTENER' then j.denied_reason is not null end)`;
const hasFailedWithRetriesLeft = `(j.state = 'FAILED' and j.retries > 0)`;

export const jobs: Noun<Row, JobView> = {
  from: `${table('job', 'j')} ${joinInstance('j')}`,
  where: 'true',
  belongsTo: ofTenants('j.tenant_id'),
  identity: { sql: 'j.key', type: 'bigint' },
  columns: {
    jobKey: 'j.key',
    type: 'j.type',
    kind: 'j.kind',
    listenerEventType: 'j.listener_event_type',
    state: 'j.state',
    worker: 'j.worker',
    retries: 'j.retries',
    errorCode: 'j.error_code',
    errorMessage: 'j.error_message',
    hasFailedWithRetriesLeft,
    isDenied,
    deniedReason: 'j.denied_reason',
    customHeaders: 'j.headers',
    deadline,
    endTime: 'j.ended_at',
    creationTime: 'j.created_at',
    lastUpdateTime: 'j.updated_at',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processInstanceKey: 'j.process_instance_key',
    rootProcessInstanceKey: 'j.root_key',
    elementId: 'j.element_id',
    elementInstanceKey: 'j.element_key',
    tenantId: 'j.tenant_id',
  },
  fields: {
    jobKey: key('j.key'),
    type: text('j.type', headOf('j.type')),
    kind: text('j.kind'),
    listenerEventType: text('j.listener_event_type'),
    state: text('j.state', {
      values: [
        'CREATED',
        'COMPLETED',
        'FAILED',
        'RETRIES_UPDATED',
        'TIMED_OUT',
        'CANCELED',
        'ERROR_THROWN',
        'TIMEOUT_UPDATED',
        'MIGRATED',
      ],
    }),
    worker: text('j.worker'),
    retries: integer('j.retries'),
    errorCode: text('j.error_code', { isNullable: true }),
    errorMessage: text('j.error_message', { isNullable: true }),
    hasFailedWithRetriesLeft: flag(hasFailedWithRetriesLeft),
    isDenied: flag(isDenied, { isNullable: true }),
    deniedReason: text('j.denied_reason', { isNullable: true }),
    deadline: date(deadline, { isNullable: true }),
    endTime: date('j.ended_at', { isNullable: true }),
    creationTime: date('j.created_at'),
    lastUpdateTime: date('j.updated_at', { isNullable: true }),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('j.process_instance_key'),
    rootProcessInstanceKey: key('j.root_key'),
    elementId: text('j.element_id'),
    elementInstanceKey: key('j.element_key'),
    tenantId: text('j.tenant_id'),
  },
  toView: (row) => ({
    ...row,
    customHeaders: JSON.parse(row.customHeaders) as Record<string, string>,
    deadline: isoOrNull(row.deadline),
    endTime: isoOrNull(row.endTime),
    creationTime: isoOf(row.creationTime),
    lastUpdateTime: isoOrNull(row.lastUpdateTime),
  }),
};
