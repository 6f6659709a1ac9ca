import type { ElementIndex } from '@irisflow/bpmn';
import type {
  DecisionRequirementsKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
} from '@irisflow/protocol';
import type { BucketRef, BucketSubscription } from '../state/bucket.ts';

/** What one aggregate asks of another. Runs in the same batch and transaction, before the next request. */
export type FollowUp =
  /** Goes on with the steps left in the tree, after the listed definitions are loaded. */
  | {
      readonly kind: 'continueInstance';
      readonly rootKey: ProcessInstanceKey;
      readonly definitionKeys: readonly ProcessDefinitionKey[];
      readonly requirementsKeys: readonly DecisionRequirementsKey[];
    }
  | { readonly kind: 'addWaiter'; readonly bucket: BucketRef; readonly waiter: BucketSubscription }
  | { readonly kind: 'removeWaiter'; readonly bucket: BucketRef; readonly subscriptionKey: SubscriptionKey }
  /** A message or signal reached the subscription of a tree. */
  | {
      readonly kind: 'triggerSubscription';
      readonly rootKey: ProcessInstanceKey;
      readonly subscriptionKey: SubscriptionKey;
      readonly bucket: BucketRef;
      /** Null for a signal. */
      readonly messageKey: MessageKey | null;
      readonly definitionId: string;
      readonly variables: string;
    }
  /** The tree could not take the message: it is offered to others. */
  | {
      readonly kind: 'undoCorrelation';
      readonly bucket: BucketRef;
      readonly messageKey: MessageKey;
      readonly definitionId: string;
    }
  /** Starts an instance at a message, signal or timer start event. */
  | {
      readonly kind: 'startInstance';
      readonly definitionKey: ProcessDefinitionKey;
      readonly processInstanceKey: ProcessInstanceKey;
      readonly startEvent: ElementIndex;
      readonly variables: string;
      readonly startLock: BucketRef | null;
    }
  /** The instance that held the lock ended. */
  | {
      readonly kind: 'releaseStartLock';
      readonly bucket: BucketRef;
      readonly rootKey: ProcessInstanceKey;
    }
  /** A throw event broadcasts a signal. */
  | { readonly kind: 'throwSignal'; readonly tenantId: string; readonly name: string; readonly variables: string };
