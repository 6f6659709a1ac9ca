import { done, type Handler } from '../../handling/handler.ts';
import { activeTree, inTree } from '../../handling/in-tree.ts';
import { fireSubscription } from '../../handling/fire-subscription.ts';

/** A message or signal arrives. What can no longer be taken is given back. */
export const triggerSubscription: Handler<'triggerSubscription'> = (desk, command) => {
  const tree = activeTree(desk, command.rootKey);
  const subscription = tree?.subscriptions.get(command.subscriptionKey);
  let isTaken = false;
  if (tree?.suspension === null && subscription !== undefined) {
    inTree(desk, tree, (run) => {
      isTaken = fireSubscription(run, subscription, command);
    });
  }
  if (!isTaken && command.messageKey !== null) {
    const { bucket, messageKey, definitionId } = command;
    desk.followUp({ kind: 'undoCorrelation', bucket, messageKey, definitionId });
  }
  return done;
};
