import type { ElementInstanceKey, ProcessInstanceKey, SubscriptionKey } from '@irisflow/protocol';
import type { CompensationSubscription, Trigger } from '../state/element-instance.ts';

export type ScopeEvent =
  | {
      readonly kind: 'flowTaken';
      readonly flow: number;
      readonly flowId: string;
      readonly scopeKey: ElementInstanceKey;
      readonly processInstanceKey: ProcessInstanceKey;
    }
  /** A join in another inner scope of the same ad-hoc sub-process takes the token. */
  | {
      readonly kind: 'tokenMoved';
      readonly flow: number;
      readonly from: ElementInstanceKey;
      readonly to: ElementInstanceKey;
    }
  /** A joining gateway or the end of a scope took tokens away without activating anything. */
  | { readonly kind: 'tokensDropped'; readonly key: ElementInstanceKey }
  /**
   * The start event or boundary event that goes on, once the instance is active or, when `interrupting`,
   * once everything inside it has ended.
   */
  | {
      readonly kind: 'triggerStored';
      readonly key: ElementInstanceKey;
      readonly trigger: Trigger;
      readonly interrupting: boolean;
    }
  /** The catch event took over. */
  | { readonly kind: 'triggerConsumed'; readonly key: ElementInstanceKey }
  | { readonly kind: 'listenersAdvanced'; readonly key: ElementInstanceKey; readonly done: number }
  | {
      readonly kind: 'loopStarted';
      readonly key: ElementInstanceKey;
      readonly size: number;
      readonly collects: boolean;
    }
  /** `key` is the inner instance, `bodyKey` the loop. */
  | {
      readonly kind: 'loopItemStarted';
      readonly key: ElementInstanceKey;
      readonly bodyKey: ElementInstanceKey;
      readonly counter: number;
    }
  /** `key` is the body. */
  | {
      readonly kind: 'loopItemEnded';
      readonly key: ElementInstanceKey;
      readonly counter: number;
      readonly ending: 'completed' | 'terminated';
      /** JSON text; null when nothing is collected. */
      readonly output: string | null;
    }
  | { readonly kind: 'loopSatisfied'; readonly key: ElementInstanceKey }
  | {
      readonly kind: 'compensationOpened';
      readonly key: ElementInstanceKey;
      readonly subscription: CompensationSubscription;
    }
  | {
      readonly kind: 'compensationTriggered';
      readonly key: ElementInstanceKey;
      readonly subscriptionKey: SubscriptionKey;
    }
  /** The handler that just activates was called by this compensation throw event. */
  | {
      readonly kind: 'compensationHandlerStarted';
      readonly key: ElementInstanceKey;
      readonly thrownBy: ElementInstanceKey;
    }
  | {
      readonly kind: 'escalationThrown';
      readonly key: ElementInstanceKey;
      readonly code: string;
      readonly caught: boolean;
    };

/** What happens inside a multi-instance body. */
export type LoopEvent = Extract<
  ScopeEvent,
  { kind: 'loopStarted' | 'loopItemStarted' | 'loopItemEnded' | 'loopSatisfied' }
>;
