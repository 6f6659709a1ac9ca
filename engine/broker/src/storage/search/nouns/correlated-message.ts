import type {
  ElementInstanceKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
} from '@irisflow/protocol';
import { ofTenants } from '../conditions.ts';
import { date, headOf, key, text } from '../field.ts';
import { isoOf, type Noun } from '../noun.ts';
import { joinInstance, table } from './table.ts';

interface CorrelatedMessageView {
  readonly subscriptionKey: SubscriptionKey;
  readonly messageKey: MessageKey;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly correlationTime: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly tenantId: string;
}

/** Messages that a subscription took; a subscription that stays open may take many. */
export const correlatedMessages: Noun<CorrelatedMessageView, CorrelatedMessageView & { readonly partitionId: 1 }> = {
  from: `${table('correlated_message', 'c')}
    join ${table('message_subscription', 'm')} on m.key = c.subscription_key ${joinInstance('m')}`,
  where: 'true',
  belongsTo: ofTenants('m.tenant_id'),
  identity: { sql: `(c.subscription_key || '-' || c.message_key)`, type: 'text' },
  columns: {
    subscriptionKey: 'c.subscription_key',
    messageKey: 'c.message_key',
    messageName: 'm.message_name',
    correlationKey: 'm.correlation_key',
    correlationTime: 'c.correlated_at',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processInstanceKey: 'm.process_instance_key',
    elementId: 'm.element_id',
    elementInstanceKey: 'm.element_key',
    tenantId: 'm.tenant_id',
  },
  fields: {
    subscriptionKey: key('c.subscription_key'),
    messageKey: key('c.message_key'),
    messageName: text('m.message_name', headOf('m.message_name')),
    correlationKey: text('m.correlation_key', headOf('m.correlation_key')),
    correlationTime: date('c.correlated_at'),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('m.process_instance_key'),
    elementId: text('m.element_id'),
    elementInstanceKey: key('m.element_key'),
    tenantId: text('m.tenant_id'),
  },
  toView: (row) => ({ ...row, correlationTime: isoOf(row.correlationTime), partitionId: 1 }),
};
