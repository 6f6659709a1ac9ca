import type { MessageSubscription, Subscription, TimerSubscription } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { SubscriptionKey } from '@irisflow/protocol';
import { deleteRows, insertRows, type RowValues, updateRows } from '../row-statement.ts';

interface Place {
  readonly rootKey: string;
  readonly tenantId: string;
  readonly at: number;
}

const insertTimers = insertRows('timer', {
  key: 'bigint',
  root_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  due_at: 'bigint',
});
const deleteTimers = deleteRows('timer', 'key', 'bigint');
const insertMessages = insertRows('message_subscription', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  tenant_id: 'text',
  message_name: 'text',
  correlation_key: 'text',
  state: 'text',
  updated_at: 'bigint',
});
const changeMessages = updateRows('message_subscription', { key: 'bigint', state: 'text', updated_at: 'bigint' });

const toTimer = (timer: TimerSubscription, { rootKey }: Place): RowValues => [
  timer.key,
  rootKey,
  timer.elementKey,
  timer.catchElementId,
  timer.dueAt,
];

const toMessage = (subscription: MessageSubscription, { rootKey, tenantId, at }: Place): RowValues => [
  subscription.key,
  rootKey,
  subscription.processInstanceKey,
  subscription.elementKey,
  subscription.catchElementId,
  tenantId,
  subscription.name,
  subscription.correlationKey,
  'CREATED',
  at,
];

type EndState = 'CORRELATED' | 'DELETED';

/** Rows of `timer` (only what is due) and `message_subscription` (with its past) that one batch writes. */
export const createSubscriptionRows = () => {
  const timers = new Map<SubscriptionKey, RowValues>();
  const gone = new Map<SubscriptionKey, RowValues>();
  const messages = new Map<SubscriptionKey, RowValues>();
  const changed = new Map<SubscriptionKey, RowValues>();
  return {
    open: (subscription: Subscription, place: Place) => {
      if (subscription.kind === 'timer') timers.set(subscription.key, toTimer(subscription, place));
      if (subscription.kind === 'message') messages.set(subscription.key, toMessage(subscription, place));
    },
    /** The event does not say which kind it was: a key that is no timer deletes nothing. */
    end: (key: SubscriptionKey, state: EndState, at: number) => {
      if (!timers.delete(key)) gone.set(key, [key]);
      const row = messages.get(key);
      if (row === undefined) changed.set(key, [key, state, at]);
      else messages.set(key, [...row.slice(0, -2), state, at]);
    },
    statements: (): Statement[] => [
      ...(timers.size > 0 ? [insertTimers([...timers.values()])] : []),
      ...(gone.size > 0 ? [deleteTimers([...gone.values()])] : []),
      ...(messages.size > 0 ? [insertMessages([...messages.values()])] : []),
      ...(changed.size > 0 ? [changeMessages([...changed.values()])] : []),
    ],
  };
};
