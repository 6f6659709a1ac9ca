import type { ElementIndex } from '@irisflow/bpmn';
import type { ElementInstanceKey, ProcessDefinitionKey, ProcessInstanceKey, SubscriptionKey } from '@irisflow/protocol';
import type { CompensationSubscription } from '../state/element-instance.ts';

/** What becomes another element, or an instance of another definition. */
export type MigrationEvent =
  | {
      readonly kind: 'instanceMigrated';
      readonly key: ProcessInstanceKey;
      readonly definitionKey: ProcessDefinitionKey;
      readonly definitionId: string;
      readonly version: number;
    }
  /** What can be undone in a scope, by the elements of the new definition. */
  | {
      readonly kind: 'compensationsMigrated';
      readonly key: ElementInstanceKey;
      readonly compensations: readonly CompensationSubscription[];
    }
  | {
      readonly kind: 'elementMigrated';
      readonly key: ElementInstanceKey;
      readonly element: ElementIndex;
      readonly elementId: string;
      /** The flows that it has chosen, by the new definition. */
      readonly leaving?: readonly number[];
    }
  | {
      readonly kind: 'subscriptionMigrated';
      readonly key: SubscriptionKey;
      readonly catchElement: ElementIndex;
      readonly catchElementId: string;
    };
