import type { EventDefinition, EventKind } from '@irisflow/bpmn';
import type { FeelContext } from '@irisflow/feel';
import type {
  ConditionalSubscription,
  MessageSubscription,
  SignalSubscription,
  TimerSubscription,
} from '../state/instance-tree.ts';

/** What is known about a subscription before it opens. */
export type SubscriptionDraft =
  | Pick<TimerSubscription, 'kind' | 'dueAt' | 'repetitions'>
  | Pick<MessageSubscription, 'kind' | 'name' | 'correlationKey'>
  | Pick<SignalSubscription, 'kind' | 'name'>
  | Pick<ConditionalSubscription, 'kind'>;

/** Evaluates what an event waits for; throws an incident when it cannot. Null: it is found when thrown, it does not subscribe. */
export type CatchBehavior<Definition extends EventDefinition> = (
  definition: Definition,
  context: FeelContext,
) => SubscriptionDraft | null;

export type CatchBehaviors = {
  readonly [Kind in EventKind]: CatchBehavior<Extract<EventDefinition, { readonly kind: Kind }>>;
};
