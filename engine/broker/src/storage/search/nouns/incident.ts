import type { IncidentView } from '@irisflow/protocol';
import { date, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, type Noun } from '../noun.ts';
import { joinInstance, table } from './table.ts';

export const incidents: Noun<IncidentView, IncidentView> = {
  from: `${table('incident', 'i')} ${joinInstance('i')}`,
  where: 'true',
  belongsTo: ofTenants('i.tenant_id'),
  identity: { sql: 'i.key', type: 'bigint' },
  columns: {
    incidentKey: 'i.key',
    errorType: 'i.error_type',
    errorMessage: 'i.error_message',
    state: 'i.state',
    creationTime: 'i.created_at',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processInstanceKey: 'i.process_instance_key',
    rootProcessInstanceKey: 'i.root_key',
    elementId: 'i.element_id',
    elementInstanceKey: 'i.element_key',
    jobKey: 'i.job_key',
    tenantId: 'i.tenant_id',
  },
  fields: {
    incidentKey: key('i.key'),
    errorType: text('i.error_type'),
    errorMessage: text('i.error_message'),
    state: text('i.state', { values: ['ACTIVE', 'MIGRATED', 'PENDING', 'RESOLVED', 'UNKNOWN'] }),
    creationTime: date('i.created_at'),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('i.process_instance_key'),
    rootProcessInstanceKey: key('i.root_key'),
    elementId: text('i.element_id'),
    elementInstanceKey: key('i.element_key'),
    jobKey: key('i.job_key', { isNullable: true }),
    tenantId: text('i.tenant_id'),
  },
  toView: (row) => ({ ...row, creationTime: isoOf(row.creationTime) }),
};
