import type { MessageSubscriptionView, ProcessDefinitionKey } from '@irisflow/protocol';
import { date, headOf, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOf, type Noun } from '../noun.ts';
import { joinInstance, table } from './table.ts';

interface Row extends MessageSubscriptionView {
  readonly processDefinitionKey: ProcessDefinitionKey;
}

export const messageSubscriptions: Noun<Row, Row> = {
  from: `${table('message_subscription', 'm')} ${joinInstance('m')}`,
  where: 'true',
  belongsTo: ofTenants('m.tenant_id'),
  identity: { sql: 'm.key', type: 'bigint' },
  columns: {
    messageSubscriptionKey: 'm.key',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processInstanceKey: 'm.process_instance_key',
    rootProcessInstanceKey: 'm.root_key',
    elementId: 'm.element_id',
    elementInstanceKey: 'm.element_key',
    messageName: 'm.message_name',
    correlationKey: 'm.correlation_key',
    messageSubscriptionState: 'm.state',
    lastUpdatedDate: 'm.updated_at',
    tenantId: 'm.tenant_id',
  },
  fields: {
    messageSubscriptionKey: key('m.key'),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('m.process_instance_key'),
    rootProcessInstanceKey: key('m.root_key'),
    elementId: text('m.element_id'),
    elementInstanceKey: key('m.element_key'),
    messageName: text('m.message_name', headOf('m.message_name')),
    correlationKey: text('m.correlation_key', headOf('m.correlation_key')),
    messageSubscriptionState: text('m.state', { values: ['CREATED', 'CORRELATED', 'DELETED', 'MIGRATED'] }),
    lastUpdatedDate: date('m.updated_at'),
    tenantId: text('m.tenant_id'),
  },
  toView: (row) => ({ ...row, lastUpdatedDate: isoOf(row.lastUpdatedDate) }),
};
