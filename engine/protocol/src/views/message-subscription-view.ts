import type { ElementInstanceKey, ProcessInstanceKey, SubscriptionKey } from '../key.ts';

export interface MessageSubscriptionView {
  readonly messageSubscriptionKey: SubscriptionKey;
  readonly processDefinitionId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly messageSubscriptionState: 'CREATED' | 'CORRELATED' | 'DELETED';
  readonly lastUpdatedDate: string;
  readonly tenantId: string;
}
