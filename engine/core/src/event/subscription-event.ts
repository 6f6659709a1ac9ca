import type { MessageKey, SubscriptionKey } from '@irisflow/protocol';
import type { Subscription } from '../state/instance-tree.ts';

export type SubscriptionEvent =
  | { readonly kind: 'subscriptionOpened'; readonly subscription: Subscription }
  /** Timers and interrupting subscriptions are gone afterwards. */
  | { readonly kind: 'subscriptionTriggered'; readonly key: SubscriptionKey; readonly messageKey: MessageKey | null }
  | { readonly kind: 'subscriptionClosed'; readonly key: SubscriptionKey };
