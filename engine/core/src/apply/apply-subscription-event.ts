import type { SubscriptionEvent } from '../event/subscription-event.ts';
import type { TreeEvent } from '../event/tree-event.ts';
import type { InstanceTree, Subscription } from '../state/instance-tree.ts';

/** Changes what the tree waits for. */
export const applySubscriptionEvent = (
  tree: InstanceTree,
  event: SubscriptionEvent | Extract<TreeEvent, { kind: 'subscriptionMigrated' }>,
): void => {
  if (event.kind === 'subscriptionOpened') {
    open(tree, { ...event.subscription });
    return;
  }
  const subscription = tree.subscriptions.get(event.key);
  if (subscription === undefined) return;
  if (event.kind === 'subscriptionMigrated') {
    subscription.catchElement = event.catchElement;
    subscription.catchElementId = event.catchElementId;
    return;
  }
  const staysOpen =
    event.kind === 'subscriptionTriggered' && subscription.kind !== 'timer' && !subscription.interrupting;
  if (!staysOpen) close(tree, subscription);
};

const open = (tree: InstanceTree, subscription: Subscription): void => {
  tree.subscriptions.set(subscription.key, subscription);
  const element = tree.elements.get(subscription.elementKey);
  if (element === undefined) return;
  element.subscriptions = [...(element.subscriptions ?? []), subscription.key];
};

const close = (tree: InstanceTree, subscription: Subscription): void => {
  tree.subscriptions.delete(subscription.key);
  const element = tree.elements.get(subscription.elementKey);
  if (element?.subscriptions === null || element === undefined) return;
  const left = element.subscriptions.filter((key) => key !== subscription.key);
  element.subscriptions = left.length === 0 ? null : left;
};
