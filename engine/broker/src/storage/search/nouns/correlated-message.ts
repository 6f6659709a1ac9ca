import type {
  ElementInstanceKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
} from '@irisflow/protocol';
import { ofTenants } from '../conditions.ts';
import { date, integer, key, text } from '../field.ts';
import { isoOf, type Noun } from '../noun.ts';
import { joinInstance, table } from './table.ts';

interface CorrelatedMessageView {
  /** The definition for a start event, which waits as long as the definition does. */
  readonly subscriptionKey: SubscriptionKey;
  readonly messageKey: MessageKey;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly correlationTime: string;
  readonly partitionId: number;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  /** Null for a start event: the instance was not there yet. */
  readonly elementInstanceKey: ElementInstanceKey | null;
  readonly tenantId: string;
}

/** What subscriptions of running instances took, of which one that stays open may take many, and what started instances. */
const taken = `(select m.key as subscription_key, c.message_key, m.message_name, m.correlation_key, c.correlated_at,
      m.process_instance_key, m.element_id, m.element_key, m.tenant_id, 1 as partition_id
    from ${table('correlated_message', 'c')} join ${table('message_subscription', 'm')} on m.key = c.subscription_key
  union all
  select s.definition_key, s.message_key, s.message_name, s.correlation_key, s.correlated_at,
      s.process_instance_key, s.element_id, null, s.tenant_id, 1
    from ${table('message_start', 's')}) c`;

export const correlatedMessages: Noun<CorrelatedMessageView, CorrelatedMessageView> = {
  from: `${taken} ${joinInstance('c')}`,
  where: 'true',
  belongsTo: ofTenants('c.tenant_id'),
  identity: { sql: `(c.subscription_key || '-' || c.message_key)`, type: 'text' },
  columns: {
    subscriptionKey: 'c.subscription_key',
    messageKey: 'c.message_key',
    messageName: 'c.message_name',
    correlationKey: 'c.correlation_key',
    correlationTime: 'c.correlated_at',
    partitionId: 'c.partition_id',
    processDefinitionId: 'p.definition_id',
    processDefinitionKey: 'p.definition_key',
    processInstanceKey: 'c.process_instance_key',
    rootProcessInstanceKey: 'p.root_key',
    elementId: 'c.element_id',
    elementInstanceKey: 'c.element_key',
    tenantId: 'c.tenant_id',
  },
  fields: {
    subscriptionKey: key('c.subscription_key'),
    messageKey: key('c.message_key'),
    messageName: text('c.message_name'),
    correlationKey: text('c.correlation_key'),
    correlationTime: date('c.correlated_at'),
    partitionId: integer('c.partition_id'),
    processDefinitionId: text('p.definition_id'),
    processDefinitionKey: key('p.definition_key'),
    processInstanceKey: key('c.process_instance_key'),
    rootProcessInstanceKey: key('p.root_key'),
    elementId: text('c.element_id'),
    elementInstanceKey: key('c.element_key', { isNullable: true }),
    tenantId: text('c.tenant_id'),
  },
  toView: (row) => ({ ...row, correlationTime: isoOf(row.correlationTime) }),
};
