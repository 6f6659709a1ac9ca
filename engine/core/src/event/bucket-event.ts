import type {
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SignalKey,
  SubscriptionKey,
} from '@irisflow/protocol';
import type { BucketSubscription, BufferedMessage } from '../state/bucket.ts';

/** The instance that a message started, and its start event. */
export interface StartedByMessage {
  readonly processInstanceKey: ProcessInstanceKey;
  readonly definitionKey: ProcessDefinitionKey;
  readonly elementId: string;
}

export type BucketEvent =
  | { readonly kind: 'messagePublished'; readonly message: BufferedMessage }
  /** `subscriptionKey` is null when the message started an instance. Interrupting subscriptions are gone afterwards. */
  | {
      readonly kind: 'messageCorrelated';
      readonly key: MessageKey;
      readonly definitionId: string;
      readonly subscriptionKey: SubscriptionKey | null;
      readonly started?: StartedByMessage;
    }
  /** The instance could no longer take the message. */
  | { readonly kind: 'correlationUndone'; readonly key: MessageKey; readonly definitionId: string }
  | { readonly kind: 'messageExpired'; readonly key: MessageKey }
  | { readonly kind: 'waiterAdded'; readonly waiter: BucketSubscription }
  | { readonly kind: 'waiterRemoved'; readonly key: SubscriptionKey }
  | { readonly kind: 'startLockTaken'; readonly by: ProcessInstanceKey }
  | { readonly kind: 'startLockReleased' }
  | { readonly kind: 'signalBroadcast'; readonly key: SignalKey; readonly variables: string };
